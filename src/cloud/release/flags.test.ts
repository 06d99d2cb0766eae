import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const ways = (subjects: string): string[] =>
  subjects.split('\n').filter((line) => /^(?:rollback| {2}(?:mechanism|automatic))/.test(line));

test.each([
  ['launchdarkly_feature_flag'],
  ['unleash_feature_v2'],
  ['flagsmith_feature'],
  ['azurerm_app_configuration_feature'],
])('a flag of %s is a way back by hand', async (type) => {
  const text = `resource "${type}" "checkout" {\n  name = "checkout"\n}\n`;
  expect(ways(await terraformSubjects(text, 'rollback'))).toEqual([
    `rollback :${type}.checkout/feature-flag "${type}.checkout/feature-flag" @1:1`,
    '  mechanism: "feature-flag" @1:1',
    '  automatic: false @1:1',
  ]);
});

const appConfig = (type: string): string => `
resource "aws_appconfig_configuration_profile" "flags" {
  location_uri = "hosted"
  type         = "${type}"
}
resource "aws_appconfig_environment" "production" {
  monitor {
    alarm_arn = aws_cloudwatch_metric_alarm.errors.arn
  }
}
resource "aws_appconfig_environment" "staging" {}
`;

test('flags of AppConfig go back by themselves where an alarm is watched', async () => {
  const found = ways(await terraformSubjects(appConfig('AWS.AppConfig.FeatureFlags'), 'rollback'));
  expect(found.filter((line) => !line.includes('mechanism'))).toEqual([
    'rollback :aws_appconfig_configuration_profile.flags/feature-flag "aws_appconfig_configuration_profile.flags/feature-flag" @2:1',
    '  automatic: false @2:1',
    'rollback :aws_appconfig_environment.production/feature-flag "aws_appconfig_environment.production/feature-flag" @7:3',
    '  automatic: true @7:3',
  ]);
});

test('other configurations of AppConfig are no flags', async () => {
  expect(await terraformSubjects(appConfig('AWS.Freeform'), 'rollback')).toBe('');
});

test('those of CloudFormation are read as well', async () => {
  const text = `Resources:
  Flags:
    Type: AWS::AppConfig::ConfigurationProfile
    Properties: { Name: flags, LocationUri: hosted, Type: AWS.AppConfig.FeatureFlags }
  Production:
    Type: AWS::AppConfig::Environment
    Properties:
      Name: production
      Monitors: [{ AlarmArn: !GetAtt Errors.Arn }]
`;
  const found = ways(await cloudFormationSubjects(text, 'rollback'));
  expect(found.filter((line) => line.includes('automatic'))).toEqual([
    '  automatic: false @2:3',
    '  automatic: true @9:20',
  ]);
});
