import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('passwords have the length that is stated, and six characters where none is', async () => {
  const text = `
resource "aws_iam_account_password_policy" "long" { minimum_password_length = 14 }
resource "aws_iam_account_password_policy" "silent" {}
`;
  expect(await terraformSubjects(text, 'password-policy')).toMatchInlineSnapshot(`
    "password-policy :aws_iam_account_password_policy.long "aws_iam_account_password_policy.long" @2:1
      provider: "aws"
      minimumLength: 14 @2:79

    password-policy :aws_iam_account_password_policy.silent "aws_iam_account_password_policy.silent" @3:1
      provider: "aws"
      minimumLength: 6 @3:1 (minimum_password_length is not set here @3:1)"
  `);
});
