import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

const group = (name: string, rest: string): string =>
  `resource "aws_codedeploy_deployment_group" "${name}" {\n${rest}\n}\n`;

const strategies = async (text: string): Promise<readonly string[]> =>
  (await terraformSubjects(text, 'rollout')).split('\n').filter((line) => line.startsWith('  strategy:'));

test.each([
  ['one after the other where nothing is stated', ''],
  ['all at once', 'deployment_config_name = "CodeDeployDefault.AllAtOnce"'],
  ['half of them', 'deployment_config_name = "CodeDeployDefault.HalfAtATime"'],
  ['a part of the traffic', 'deployment_config_name = "CodeDeployDefault.ECSLinear10PercentEvery1Minutes"'],
  ['all of a function at once', 'deployment_config_name = "CodeDeployDefault.LambdaAllAtOnce"'],
  ['tasks beside the old ones', 'deployment_config_name = "CodeDeployDefault.ECSAllAtOnce"\n ecs_service {}'],
  ['machines beside the old ones', 'deployment_style {\n deployment_type = "BLUE_GREEN"\n }'],
  ['a configuration of elsewhere', 'deployment_config_name = "ours"'],
  ['a configuration that is not known', 'deployment_config_name = var.config'],
])('the strategy of %s', async (_, rest) => {
  expect(await strategies(`variable "config" {}\n${group('g', rest)}`)).toMatchSnapshot();
});

test.each([
  ['minimum_healthy_hosts {\n type = "HOST_COUNT"\n value = 0\n }'],
  ['minimum_healthy_hosts {\n type = "FLEET_PERCENT"\n value = 75\n }'],
  ['traffic_routing_config {\n type = "TimeBasedLinear"\n }'],
  ['traffic_routing_config {\n type = "AllAtOnce"\n }'],
])('a configuration of its own says it: %s', async (rest) => {
  const text = `resource "aws_codedeploy_deployment_config" "own" {\n${rest}\n}\n`;
  const named = 'deployment_config_name = aws_codedeploy_deployment_config.own.deployment_config_name';
  expect(await strategies(text + group('g', named))).toMatchSnapshot();
});

test('the platform of the application says what machines are', async () => {
  const text = `resource "aws_codedeploy_app" "a" {
  name             = "a"
  compute_platform = "ECS"
}
resource "aws_codedeploy_app" "b" {
  name             = "b"
  compute_platform = "Lambda"
}
${group('a', '  app_name = aws_codedeploy_app.a.name')}${group('b', '  app_name = aws_codedeploy_app.b.name')}`;
  expect(await strategies(text)).toMatchInlineSnapshot(`
    [
      "  strategy: "blue-green" @9:1",
      "  strategy: "recreate" @12:1",
    ]
  `);
});

test('what fails goes back where rollback is on for failures, and alarms count where they lead to it', async () => {
  const text = group(
    'production',
    `  alarm_configuration {
    enabled = true
    alarms  = ["errors", var.other]
  }
  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE"]
  }
  deployment_style {
    deployment_type = "BLUE_GREEN"
  }
  blue_green_deployment_config {
    terminate_blue_instances_on_deployment_success {
      action = "KEEP_ALIVE"
    }
  }`,
  );
  expect(await terraformSubjects(`${text}variable "other" {}\n`, 'rollout', 'release-analysis', 'rollback'))
    .toMatchInlineSnapshot(`
      "rollout :aws_codedeploy_deployment_group.production "aws_codedeploy_deployment_group.production" @1:1
        gated: true @11:23
        weights: null @1:1
        judged: true @3:15
        rollsBack: true @7:15
        oldKept: true @15:16
        analysisSkipped: false @1:1
        templates.0.name: "alarm errors"
        templates.0.found: unknown because the alarm errors is not among the files @4:16
        templates.1.name: "alarm of a name that is not known"
        templates.1.found: unknown because the alarm of a name that is not known is not among the files @19:1 (var.other is used here @4:26)
        type: "Deployment group"
        strategy: "blue-green" @11:23
        production: true @1:1

      release-analysis :aws_codedeploy_deployment_group.production "aws_codedeploy_deployment_group.production" @1:1
        type: "Deployment group"
        metrics.0.name: "errors"
        metrics.0.effect: "stops" @8:15
        metrics.1.name: "of a name that is not known"
        metrics.1.effect: "stops" @8:15

      rollback :aws_codedeploy_deployment_group.production/deployment-service "aws_codedeploy_deployment_group.production/deployment-service" @7:15
        mechanism: "deployment-service" @7:15
        automatic: true @7:15
        target: unknown because its stack names no environment @1:1
        provider: "aws_codedeploy_deployment_group.production""
    `);
});

test('alarms are no matter where nothing goes back', async () => {
  const text = group('g', '  alarm_configuration {\n    enabled = true\n    alarms  = ["errors"]\n  }');
  expect(await terraformSubjects(text, 'release-analysis', 'rollback')).toBe('');
});

test("SAM's functions go back by themselves, and are judged by their hooks", async () => {
  const text = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      AutoPublishAlias: live
      DeploymentPreference:
        Type: Linear10PercentEvery1Minute
        Hooks:
          PreTraffic: arn:aws:lambda:eu-central-1:111122223333:function:check
  Mails:
    Type: AWS::Serverless::Function
    Properties:
      AutoPublishAlias: live
      DeploymentPreference:
        Type: Canary10Percent5Minutes
        Alarms: [errors]
  Bills:
    Type: AWS::Serverless::Function
    Properties:
      AutoPublishAlias: live
      DeploymentPreference:
        Type: AllAtOnce
  Logs:
    Type: AWS::Serverless::Function
    Properties:
      AutoPublishAlias: live
      DeploymentPreference:
        Type: Canary10Percent5Minutes
        Enabled: false
`;
  expect(await cloudFormationSubjects(text, 'rollout', 'release-analysis')).toMatchInlineSnapshot(`
    "rollout template.yaml:OrdersDeploymentGroup "OrdersDeploymentGroup" @3:3
      gated: true @8:15
      weights: null @3:3
      judged: true @10:23
      rollsBack: true @3:3
      oldKept: null @3:3
      analysisSkipped: false @3:3
      templates: []
      type: "Deployment group"
      strategy: "canary" @8:15
      production: unknown because neither its stack nor its name tells the environment @3:3

    rollout template.yaml:MailsDeploymentGroup "MailsDeploymentGroup" @11:3
      gated: true @16:15
      weights: null @11:3
      judged: true @17:17
      rollsBack: true @11:3
      oldKept: null @11:3
      analysisSkipped: false @11:3
      templates.0.name: "alarm errors"
      templates.0.found: unknown because the alarm errors is not among the files @17:18
      type: "Deployment group"
      strategy: "canary" @16:15
      production: unknown because neither its stack nor its name tells the environment @11:3

    release-analysis template.yaml:MailsDeploymentGroup "MailsDeploymentGroup" @11:3
      type: "Deployment group"
      metrics.0.name: "errors"
      metrics.0.effect: "aborts" @17:18

    rollout template.yaml:BillsDeploymentGroup "BillsDeploymentGroup" @18:3
      gated: null @18:3
      weights: null @18:3
      judged: null @18:3
      rollsBack: true @18:3
      oldKept: null @18:3
      analysisSkipped: false @18:3
      templates: []
      type: "Deployment group"
      strategy: "recreate" @23:15
      production: unknown because neither its stack nor its name tells the environment @18:3"
  `);
});
