/** Names of what two languages say of the same things. */
export interface GroupNames {
  readonly type: string;
  readonly application: string;
  readonly configuration: string;
  readonly configurationType: string;
  readonly style: readonly [block: string, attribute: string];
  readonly rollback: readonly [block: string, enabled: string, events: string];
  readonly alarms: readonly [block: string, enabled: string, alarms: string];
  /** Whether alarms are watched where that is not stated; undefined where nobody says. */
  readonly watched?: false;
  readonly ready: readonly [block: string, ready: string, action: string];
  readonly ended: readonly [block: string, ended: string, action: string, minutes: string];
  readonly platform: string;
  readonly routing: readonly [block: string, attribute: string];
  readonly hosts: readonly [block: string, attribute: string];
}

/** Deployment groups of CodeDeploy. */
export const GROUPS: readonly GroupNames[] = [
  {
    type: 'aws_codedeploy_deployment_group',
    application: 'app_name',
    configuration: 'deployment_config_name',
    configurationType: 'aws_codedeploy_deployment_config',
    style: ['deployment_style', 'deployment_type'],
    rollback: ['auto_rollback_configuration', 'enabled', 'events'],
    alarms: ['alarm_configuration', 'enabled', 'alarms'],
    watched: false,
    ready: ['blue_green_deployment_config', 'deployment_ready_option', 'action_on_timeout'],
    ended: [
      'blue_green_deployment_config',
      'terminate_blue_instances_on_deployment_success',
      'action',
      'termination_wait_time_in_minutes',
    ],
    platform: 'compute_platform',
    routing: ['traffic_routing_config', 'type'],
    hosts: ['minimum_healthy_hosts', 'value'],
  },
  {
    type: 'AWS::CodeDeploy::DeploymentGroup',
    application: 'ApplicationName',
    configuration: 'DeploymentConfigName',
    configurationType: 'AWS::CodeDeploy::DeploymentConfig',
    style: ['DeploymentStyle', 'DeploymentType'],
    rollback: ['AutoRollbackConfiguration', 'Enabled', 'Events'],
    alarms: ['AlarmConfiguration', 'Enabled', 'Alarms'],
    ready: ['BlueGreenDeploymentConfiguration', 'DeploymentReadyOption', 'ActionOnTimeout'],
    ended: [
      'BlueGreenDeploymentConfiguration',
      'TerminateBlueInstancesOnDeploymentSuccess',
      'Action',
      'TerminationWaitTimeInMinutes',
    ],
    platform: 'ComputePlatform',
    routing: ['TrafficRoutingConfig', 'Type'],
    hosts: ['MinimumHealthyHosts', 'Value'],
  },
];

export interface ServiceNames {
  readonly type: string;
  readonly controller: readonly string[];
  readonly strategy: readonly string[];
  readonly breaker: readonly string[];
  readonly alarms: readonly string[];
  readonly alarmNames: string;
  readonly enable: string;
  readonly rollback: string;
  readonly hooks: readonly string[];
  readonly bakeTime: readonly string[];
  readonly minimum: readonly string[];
  readonly maximum: readonly string[];
}

/** Services of ECS. */
export const SERVICES: readonly ServiceNames[] = [
  {
    type: 'aws_ecs_service',
    controller: ['deployment_controller', 'type'],
    strategy: ['deployment_configuration', 'strategy'],
    breaker: ['deployment_circuit_breaker'],
    alarms: ['alarms'],
    alarmNames: 'alarm_names',
    enable: 'enable',
    rollback: 'rollback',
    hooks: ['deployment_configuration', 'lifecycle_hook'],
    bakeTime: ['deployment_configuration', 'bake_time_in_minutes'],
    minimum: ['deployment_minimum_healthy_percent'],
    maximum: ['deployment_maximum_percent'],
  },
  {
    type: 'AWS::ECS::Service',
    controller: ['DeploymentController', 'Type'],
    strategy: ['DeploymentConfiguration', 'Strategy'],
    breaker: ['DeploymentConfiguration', 'DeploymentCircuitBreaker'],
    alarms: ['DeploymentConfiguration', 'Alarms'],
    alarmNames: 'AlarmNames',
    enable: 'Enable',
    rollback: 'Rollback',
    hooks: ['DeploymentConfiguration', 'LifecycleHooks'],
    bakeTime: ['DeploymentConfiguration', 'BakeTimeInMinutes'],
    minimum: ['DeploymentConfiguration', 'MinimumHealthyPercent'],
    maximum: ['DeploymentConfiguration', 'MaximumPercent'],
  },
];
