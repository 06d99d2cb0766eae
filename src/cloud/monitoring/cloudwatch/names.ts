/** Names of what Terraform and CloudFormation say of the same alarms. */
export interface AlarmNames {
  readonly alarm: string;
  readonly composite: string;
  readonly name: string;
  readonly rule: string;
  readonly description: string;
  readonly enabled: string;
  readonly actions: string;
  readonly namespace: string;
  readonly metric: string;
  readonly statistics: readonly string[];
  readonly operator: string;
  readonly threshold: string;
  readonly period: string;
  readonly evaluations: string;
  readonly datapoints: string;
  readonly missing: string;
  readonly dimensions: string;
  readonly queries: string;
  readonly query: string;
  readonly inner: readonly string[];
  readonly tags: readonly string[];
  readonly topic: string;
  readonly topicName: string;
  readonly subscription: readonly [type: string, topic: string];
  readonly filter: FilterNames;
  /** Types that watch alarms by name, with the blocks and the attribute that name them. */
  readonly watchers: Readonly<Record<string, readonly string[]>>;
}

/** Filters that make metrics of lines of logs. */
export interface FilterNames {
  readonly type: string;
  readonly pattern: string;
  readonly group: string;
  readonly made: string;
  readonly namespace: string;
  readonly name: string;
}

export const LANGUAGES: readonly AlarmNames[] = [
  {
    alarm: 'aws_cloudwatch_metric_alarm',
    composite: 'aws_cloudwatch_composite_alarm',
    name: 'alarm_name',
    rule: 'alarm_rule',
    description: 'alarm_description',
    enabled: 'actions_enabled',
    actions: 'alarm_actions',
    namespace: 'namespace',
    metric: 'metric_name',
    statistics: ['statistic', 'extended_statistic', 'stat'],
    operator: 'comparison_operator',
    threshold: 'threshold',
    period: 'period',
    evaluations: 'evaluation_periods',
    datapoints: 'datapoints_to_alarm',
    missing: 'treat_missing_data',
    dimensions: 'dimensions',
    queries: 'metric_query',
    query: 'expression',
    inner: ['metric'],
    tags: ['tags'],
    topic: 'aws_sns_topic',
    topicName: 'name',
    subscription: ['aws_sns_topic_subscription', 'topic_arn'],
    filter: {
      type: 'aws_cloudwatch_log_metric_filter',
      pattern: 'pattern',
      group: 'log_group_name',
      made: 'metric_transformation',
      namespace: 'namespace',
      name: 'name',
    },
    watchers: {
      aws_codedeploy_deployment_group: ['alarm_configuration', 'alarms'],
      aws_ecs_service: ['alarms', 'alarm_names'],
      aws_route53_health_check: ['cloudwatch_alarm_name'],
    },
  },
  {
    alarm: 'AWS::CloudWatch::Alarm',
    composite: 'AWS::CloudWatch::CompositeAlarm',
    name: 'AlarmName',
    rule: 'AlarmRule',
    description: 'AlarmDescription',
    enabled: 'ActionsEnabled',
    actions: 'AlarmActions',
    namespace: 'Namespace',
    metric: 'MetricName',
    statistics: ['Statistic', 'ExtendedStatistic', 'Stat'],
    operator: 'ComparisonOperator',
    threshold: 'Threshold',
    period: 'Period',
    evaluations: 'EvaluationPeriods',
    datapoints: 'DatapointsToAlarm',
    missing: 'TreatMissingData',
    dimensions: 'Dimensions',
    queries: 'Metrics',
    query: 'Expression',
    inner: ['MetricStat', 'Metric'],
    tags: ['Tags'],
    topic: 'AWS::SNS::Topic',
    topicName: 'TopicName',
    subscription: ['AWS::SNS::Subscription', 'TopicArn'],
    filter: {
      type: 'AWS::Logs::MetricFilter',
      pattern: 'FilterPattern',
      group: 'LogGroupName',
      made: 'MetricTransformations',
      namespace: 'MetricNamespace',
      name: 'MetricName',
    },
    watchers: {
      'AWS::CodeDeploy::DeploymentGroup': ['AlarmConfiguration', 'Alarms', 'Name'],
      'AWS::ECS::Service': ['DeploymentConfiguration', 'Alarms', 'AlarmNames'],
      'AWS::Route53::HealthCheck': ['HealthCheckConfig', 'AlarmIdentifier', 'Name'],
    },
  },
];
