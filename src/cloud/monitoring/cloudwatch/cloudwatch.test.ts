import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../../test/support/terraform.ts';

const alarm = (name: string, metric: string, more: string): string =>
  `resource "aws_cloudwatch_metric_alarm" "${name}" {
  alarm_name = "${name}"
  namespace  = "AWS/ApplicationELB"
  metric_name = "${metric}"
  period = 60
  evaluation_periods = 5
  threshold = 1
${more}}
`;

test('an alarm of CloudWatch has the words, the topic and the balancer that it names', async () => {
  const text = `resource "aws_lb" "web" { name = "shop-web" }
resource "aws_sns_topic" "ops" { name = "ops" }
resource "aws_sns_topic_subscription" "mail" { topic_arn = aws_sns_topic.ops.arn }
${alarm(
  'errors',
  'HTTPCode_Target_5XX_Count',
  `  comparison_operator = "GreaterThanThreshold"
  statistic = "Sum"
  alarm_description = "See https://git.example/shop/docs/runbooks/web.md."
  dimensions = { LoadBalancer = aws_lb.web.arn_suffix }
  alarm_actions = [aws_sns_topic.ops.arn]
  tags = { severity = "critical" }
`,
)}`;
  expect(await terraformSubjects(text, 'alert')).toMatchInlineSnapshot(`
    "alert :aws_cloudwatch_metric_alarm.errors "aws_cloudwatch_metric_alarm.errors" @4:1
      system: "cloudwatch"
      routed: false
      expression: "AWS/ApplicationELB HTTPCode_Target_5XX_Count Sum > 1" @7:17
      severity: "critical" @4:1
      labels.severity: "critical"
      forSeconds: 300 @9:24
      summary: "See https://git.example/shop/docs/runbooks/web.md." @13:23
      runbook: "https://git.example/shop/docs/runbooks/web.md." @13:23
      services: ["shop-web","web"] @4:1
      resources: [":aws_lb.web"]
      signal: "errors" @7:17
      conditional: true @4:1
      limit: unknown because what the alarm measures is not known as a share or a time @7:17
      withoutData: null @4:1
      problem: null @4:1
      acts: false @15:19
      paused: false @4:1
      templates: []
      receivers: ["ops"] @15:19
      runbookDocument: unknown because no document of the files was matched with the runbook @13:23
      runbookExists: null @13:23"
  `);
  expect(await terraformSubjects(text, 'notification-channel')).toMatchInlineSnapshot(`
    "notification-channel :aws_sns_topic.ops "aws_sns_topic.ops" @2:1
      system: "sns"
      title: "ops" @2:41
      notifies: true @3:1
      escalates: null @2:1"
  `);
});

test.each([
  ['without any action', '', ''],
  ['that is turned off', 'actions_enabled = false\n  alarm_actions = ["arn:aws:sns:eu-west-1:1:ops"]', ''],
  ['whose topic is elsewhere', 'alarm_actions = ["arn:aws:sns:eu-west-1:1:ops"]', ''],
  [
    'whose topic has no subscriber',
    'alarm_actions = [aws_sns_topic.ops.arn]',
    'resource "aws_sns_topic" "ops" {}',
  ],
  [
    'that scales',
    'alarm_actions = [aws_autoscaling_policy.out.arn]',
    'resource "aws_autoscaling_policy" "out" {}',
  ],
  ['that recovers a machine', 'alarm_actions = ["arn:aws:automate:eu-west-1:ec2:recover"]', ''],
  ['whose actions a variable gives', 'alarm_actions = var.actions', 'variable "actions" {}'],
  [
    'that is a part of another',
    '',
    'resource "aws_cloudwatch_composite_alarm" "all" {\n  alarm_name = "all"\n  alarm_rule = "ALARM(one) OR ALARM(two)"\n}',
  ],
  [
    'whose name only begins like a part of another',
    '',
    'resource "aws_cloudwatch_composite_alarm" "all" {\n  alarm_name = "all"\n  alarm_rule = "ALARM(one-more)"\n}',
  ],
  [
    'that ends a deployment',
    '',
    'resource "aws_ecs_service" "s" {\n  alarms {\n    enable = true\n    rollback = true\n    alarm_names = [aws_cloudwatch_metric_alarm.one.alarm_name]\n  }\n}',
  ],
])('whom an alarm %s tells', async (title, own, more) => {
  const facts = await terraformSubjects(`${alarm('one', 'RequestCount', `  ${own}\n`)}${more}\n`, 'alert');
  const lines = facts.split('\n').filter((line) => /^alert |^ {2}(?:receivers|acts):/.test(line));
  expect(`${title}\n${lines.slice(0, 3).join('\n')}`).toMatchSnapshot();
});

test.each([
  ['LessThanThreshold', ''],
  ['LessThanThreshold', 'treat_missing_data = "breaching"'],
  ['LessThanThreshold', 'treat_missing_data = "notBreaching"'],
  ['LessThanOrEqualToThreshold', 'treat_missing_data = "ignore"'],
  ['LessThanThreshold', 'treat_missing_data = var.missing'],
  ['GreaterThanThreshold', 'treat_missing_data = "ignore"'],
])('what an alarm does without data: %s %s', async (operator, missing) => {
  const own = `  comparison_operator = "${operator}"\n  ${missing}\n`;
  const facts = await terraformSubjects(
    `${alarm('one', 'HealthyHostCount', own)}variable "missing" {}\n`,
    'alert',
  );
  expect(facts.split('\n').find((line) => line.includes('withoutData'))).toMatchSnapshot();
});

test('metrics that are computed with are read inside', async () => {
  const text = `resource "aws_cloudwatch_metric_alarm" "share" {
  alarm_name          = "share"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  threshold           = 5
  metric_query {
    id          = "e"
    expression  = "errors / requests * 100"
    return_data = true
  }
  metric_query {
    id = "requests"
    metric {
      namespace   = "AWS/Lambda"
      metric_name = "Invocations"
      period      = 120
      stat        = "Sum"
      dimensions  = { FunctionName = "checkout" }
    }
  }
  metric_query {
    id = "errors"
    metric {
      namespace   = "AWS/Lambda"
      metric_name = "Errors"
      period      = 120
      stat        = "Sum"
      dimensions  = { FunctionName = "checkout" }
    }
  }
}
`;
  expect(await terraformSubjects(text, 'alert')).toMatchInlineSnapshot(`
    "alert :aws_cloudwatch_metric_alarm.share "aws_cloudwatch_metric_alarm.share" @1:1
      system: "cloudwatch"
      routed: false
      expression: "AWS/Lambda Invocations Sum, AWS/Lambda Errors Sum > 5" @1:1
      severity: "none" @1:1
      labels: {}
      forSeconds: 240 @4:25
      summary: "" @1:1
      runbook: null @1:1
      services: ["checkout"] @1:1
      resources: []
      signal: "errors" @1:1
      conditional: true @1:1
      limit: unknown because what the alarm measures is not known as a share or a time @1:1
      withoutData: null @1:1
      problem: null @1:1
      acts: false @1:1
      paused: false @1:1
      templates: []
      receivers: [] @1:1
      runbookDocument: unknown because no document of the files was matched with the runbook @1:1
      runbookExists: null @1:1"
  `);
});

test('a metric that a filter makes of logs is about their errors, and about what writes them', async () => {
  const text = `resource "aws_cloudwatch_log_group" "checkout" { name = "/shop/checkout" }
resource "aws_cloudwatch_log_metric_filter" "errors" {
  name = "errors"
  pattern = "{ $.level = \\"ERROR\\" }"
  log_group_name = aws_cloudwatch_log_group.checkout.name
  metric_transformation {
    name = "Lines"
    namespace = "Shop"
    value = 1
  }
}
resource "aws_cloudwatch_metric_alarm" "lines" {
  alarm_name = "lines"
  namespace = "Shop"
  metric_name = "Lines"
}
`;
  const facts = await terraformSubjects(text, 'alert');
  expect(facts).toContain('services: ["/shop/checkout","checkout"]');
  expect(facts).toContain('signal: "errors"');
});

test('templates of CloudFormation say the same in their words', async () => {
  const text = `Resources:
  Ops:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: ops
      Subscription: [{ Protocol: email, Endpoint: ops@shop.example }]
  Orders:
    Type: AWS::SQS::Queue
    Properties: { QueueName: orders-dead }
  Dead:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmDescription: Orders could not be read.
      Namespace: AWS/SQS
      MetricName: ApproximateNumberOfMessagesVisible
      Dimensions: [{ Name: QueueName, Value: !GetAtt Orders.QueueName }]
      ComparisonOperator: GreaterThanThreshold
      Threshold: 0
      Period: 300
      EvaluationPeriods: 1
      AlarmActions: [!Ref Ops]
      Tags: [{ Key: service, Value: orders }]
  Down:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Metrics:
        - Id: m
          MetricStat:
            Metric: { Namespace: AWS/ECS, MetricName: RunningTaskCount, Dimensions: [{ Name: ServiceName, Value: shop }] }
            Period: 60
            Stat: Minimum
      ComparisonOperator: LessThanThreshold
      Threshold: 1
      EvaluationPeriods: 3
`;
  expect(await cloudFormationSubjects(text, 'alert')).toMatchInlineSnapshot(`
    "alert template.yaml:Dead "Dead" @10:3
      system: "cloudwatch"
      routed: false
      expression: "AWS/SQS ApproximateNumberOfMessagesVisible > 0" @15:19
      severity: "none" @10:3
      labels.service: "orders"
      forSeconds: 300 @20:26
      summary: "Orders could not be read." @13:25
      runbook: null @13:25
      services: ["orders"] @10:3
      resources: ["template.yaml:Orders"]
      signal: "saturation" @15:19
      conditional: true @10:3
      limit: unknown because what the alarm measures is not known as a share or a time @15:19
      withoutData: null @10:3
      problem: null @10:3
      acts: false @21:21
      paused: false @10:3
      templates: []
      receivers: ["ops"] @21:21
      runbookDocument: unknown because no document of the files was matched with the runbook @13:25
      runbookExists: null @13:25

    alert template.yaml:Down "Down" @23:3
      system: "cloudwatch"
      routed: false
      expression: "AWS/ECS RunningTaskCount < 1" @27:9
      severity: "none" @23:3
      labels: {}
      forSeconds: 180 @34:26
      summary: "" @23:3
      runbook: null @23:3
      services: ["shop"] @23:3
      resources: []
      signal: "availability" @27:9
      conditional: true @23:3
      limit: unknown because what the alarm measures is not known as a share or a time @27:9
      withoutData: "stays" @23:3
      problem: null @23:3
      acts: false @23:3
      paused: false @23:3
      templates: []
      receivers: [] @23:3
      runbookDocument: unknown because no document of the files was matched with the runbook @23:3
      runbookExists: null @23:3"
  `);
  expect(await cloudFormationSubjects(text, 'notification-channel')).toMatchInlineSnapshot(`
    "notification-channel template.yaml:Ops "Ops" @2:3
      system: "sns"
      title: "ops" @5:18
      notifies: true @6:34
      escalates: null @2:3"
  `);
});
