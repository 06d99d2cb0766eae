import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('a role has the policies in it, beside it and given to it', async () => {
  const text = `
resource "aws_iam_role" "deploy" {
  name = "shop-deploy"
  inline_policy {
    policy = "{}"
  }
}
resource "aws_iam_role_policy" "own" {
  role   = aws_iam_role.deploy.name
  policy = "{}"
}
resource "aws_iam_policy" "given" { policy = "{}" }
resource "aws_iam_role_policy_attachment" "given" {
  role       = aws_iam_role.deploy.name
  policy_arn = aws_iam_policy.given.arn
}
resource "aws_iam_role" "admin" {
  managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
}
resource "google_service_account" "app" { account_id = "shop-app" }
`;
  expect(await terraformSubjects(text, 'role')).toMatchInlineSnapshot(`
    "role :aws_iam_role.deploy "aws_iam_role.deploy" @2:1
      provider: "aws"
      title: "shop-deploy" @3:10
      policies: [":aws_iam_role.deploy.inline_policy[0]",":aws_iam_role_policy.own",":aws_iam_policy.given"]
      others: false @2:1

    role :aws_iam_role.admin "aws_iam_role.admin" @17:1
      provider: "aws"
      title: null @17:1
      policies: []
      others: true @17:1

    role :google_service_account.app "google_service_account.app" @20:1
      provider: "gcp"
      title: "shop-app" @20:56
      policies: []
      others: unknown because its rights are given by what it may work on @20:1"
  `);
});

test('a role of a template has its own policies', async () => {
  const text = `
Resources:
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      RoleName: shop-deploy
      Policies: [{ PolicyName: a, PolicyDocument: {} }]
      ManagedPolicyArns: [!Ref Given]
  Given:
    Type: AWS::IAM::ManagedPolicy
    Properties: { PolicyDocument: {} }
`;
  expect(await cloudFormationSubjects(text, 'role')).toMatchInlineSnapshot(`
    "role template.yaml:Deploy "Deploy" @3:3
      provider: "aws"
      title: "shop-deploy" @6:17
      policies: ["template.yaml:Deploy.Policies[0]","template.yaml:Given"]
      others: false @3:3"
  `);
});
