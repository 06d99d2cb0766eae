import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('pools of identities have guests, pools of users second factors, and the identity platform both', async () => {
  const text = `
resource "aws_cognito_identity_pool" "guests" { allow_unauthenticated_identities = true }
resource "aws_cognito_user_pool" "users" {}
resource "google_identity_platform_config" "shop" {
  mfa { state = "ENABLED" }
}
`;
  expect(await terraformSubjects(text, 'sign-in')).toMatchInlineSnapshot(`
    "sign-in :aws_cognito_identity_pool.guests "aws_cognito_identity_pool.guests" @2:1
      provider: "aws"
      anonymous: true @2:84
      secondFactor: null @2:1

    sign-in :aws_cognito_user_pool.users "aws_cognito_user_pool.users" @3:1
      provider: "aws"
      anonymous: null @3:1
      secondFactor: false @3:1 (mfa_configuration is not set here @3:1)

    sign-in :google_identity_platform_config.shop "google_identity_platform_config.shop" @4:1
      provider: "gcp"
      anonymous: false @4:1 (sign_in.anonymous.enabled is not set here @4:1)
      secondFactor: true @5:17"
  `);
  const template = `
Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties: { MfaConfiguration: OPTIONAL }
`;
  expect(await cloudFormationSubjects(template, 'sign-in')).toMatchInlineSnapshot(`
    "sign-in template.yaml:Users "Users" @3:3
      provider: "aws"
      anonymous: null @3:3
      secondFactor: true @5:37"
  `);
});
