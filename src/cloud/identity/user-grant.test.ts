import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('users are given policies, passwords and keys', async () => {
  const text = `
resource "aws_iam_user_policy" "p" {}
resource "aws_iam_policy_attachment" "groups" { users = [] }
resource "aws_iam_user_login_profile" "l" {}
resource "aws_iam_access_key" "root" { user = "root" }
`;
  expect(await terraformSubjects(text, 'user-grant')).toMatchInlineSnapshot(`
    "user-grant :aws_iam_user_policy.p "aws_iam_user_policy.p" @2:1
      provider: "aws"
      rights: true @2:1
      keepsPassword: null @2:1
      rootKey: false @2:1

    user-grant :aws_iam_policy_attachment.groups "aws_iam_policy_attachment.groups" @3:1
      provider: "aws"
      rights: false @3:1
      keepsPassword: null @3:1
      rootKey: false @3:1

    user-grant :aws_iam_user_login_profile.l "aws_iam_user_login_profile.l" @4:1
      provider: "aws"
      rights: false @4:1
      keepsPassword: true @4:1 (password_reset_required is not set here @4:1)
      rootKey: false @4:1

    user-grant :aws_iam_access_key.root "aws_iam_access_key.root" @5:1
      provider: "aws"
      rights: false @5:1
      keepsPassword: null @5:1
      rootKey: true @5:47"
  `);
  const template = `
Resources:
  Ana:
    Type: AWS::IAM::User
    Properties:
      Policies: [{ PolicyName: p }]
      LoginProfile: { Password: x, PasswordResetRequired: true }
  Ben:
    Type: AWS::IAM::User
`;
  expect(await cloudFormationSubjects(template, 'user-grant')).toMatchInlineSnapshot(`
    "user-grant template.yaml:Ana "Ana" @3:3
      provider: "aws"
      rights: true @6:17
      keepsPassword: false @7:59
      rootKey: false @3:3

    user-grant template.yaml:Ben "Ben" @8:3
      provider: "aws"
      rights: false @8:3
      keepsPassword: null @8:3
      rootKey: false @8:3"
  `);
});

test('a key is not of the root user where another resource or a text with a name of its own says whose', async () => {
  const text = `
variable "user" {}
resource "aws_iam_user" "mailer" { name = "mailer" }
resource "aws_iam_access_key" "mailer" { user = aws_iam_user.mailer.id }
resource "aws_iam_access_key" "named" { user = "\${var.user}-mailer" }
resource "aws_iam_access_key" "given" { user = var.user }
`;
  const facts = await terraformSubjects(text, 'user-grant');
  expect(facts.split('\n').filter((line) => line.includes('rootKey'))).toEqual([
    '  rootKey: false @4:49',
    '  rootKey: false @5:48 (var.user is used here @5:51) (This decides it @2:1)',
    '  rootKey: unknown because var.user has no value @2:1 (var.user is used here @6:48)',
  ]);
});
