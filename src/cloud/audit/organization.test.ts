import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('an organization trusts the services that it lists, and what lists none is not asked', async () => {
  const text = `
resource "aws_organizations_organization" "trusting" {
  aws_service_access_principals = ["cloudtrail.amazonaws.com", "sso.amazonaws.com"]
}
resource "aws_organizations_organization" "other" {
  aws_service_access_principals = ["sso.amazonaws.com"]
}
`;
  expect(await terraformSubjects(text, 'organization')).toMatchInlineSnapshot(`
    "organization :aws_organizations_organization.trusting "aws_organizations_organization.trusting" @2:1
      provider: "aws"
      trailAllowed: true @3:35

    organization :aws_organizations_organization.other "aws_organizations_organization.other" @5:1
      provider: "aws"
      trailAllowed: false @6:35"
  `);
  const template = `
Resources:
  Organization:
    Type: AWS::Organizations::Organization
`;
  expect(await cloudFormationSubjects(template, 'organization')).toMatchInlineSnapshot(`
    "organization template.yaml:Organization "Organization" @3:3
      provider: "aws"
      trailAllowed: null @3:3"
  `);
});
