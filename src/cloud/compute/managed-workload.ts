import { known, unknown, type CloudProvider, type Fact, type SubjectOf } from '../../model/index.ts';
import { allTrue } from '../resource/logic.ts';
import { diagnosticsKept } from '../audit/service-log.ts';
import { nothing, partsOn, textOf, type Part } from '../resource/part.ts';
import { isSet } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { containersOf } from './task-definition.ts';

type Told = Fact<boolean | null>;

/** Types whose output a cloud always keeps in its own service (Cloud Run, "Logging and viewing logs"; App Engine the same). */
const ALWAYS = [
  'google_cloud_run_service',
  'google_cloud_run_v2_service',
  'google_cloud_run_v2_job',
  'google_cloudfunctions_function',
  'google_cloudfunctions2_function',
  'google_app_engine_standard_app_version',
  'google_app_engine_flexible_app_version',
];

const AZURE_APPS = [
  'azurerm_linux_web_app',
  'azurerm_windows_web_app',
  'azurerm_linux_function_app',
  'azurerm_windows_function_app',
];

/** Drivers of ECS whose other end keeps what it gets ("Send Amazon ECS logs to CloudWatch", "Custom log routing"). */
const KEEPING = new Set(['awslogs', 'awsfirelens', 'splunk']);

/** What a cloud runs of one's own without a cluster of Kubernetes, and what it does with logs and traces of it. */
export function managedWorkloads(stack: Stack): readonly SubjectOf<'managed-workload'>[] {
  const subjectsOf = (
    types: readonly string[],
    provider: CloudProvider,
    told: (resource: Resource) => { readonly logsKept: Told; readonly traced: Told },
  ): readonly SubjectOf<'managed-workload'>[] =>
    types
      .flatMap((type) => stack.of(type))
      .map((resource) => stack.subject('managed-workload', resource, { provider, ...told(resource) }));
  return [
    ...subjectsOf(['aws_lambda_function'], 'aws', (one) => ({
      logsKept: functionLogs(one, stack, {
        type: 'aws_cloudwatch_log_group',
        name: 'name',
        own: 'function_name',
      }),
      traced: traced(one, 'tracing_config', 'mode'),
    })),
    ...subjectsOf(['AWS::Lambda::Function'], 'aws', (one) => ({
      logsKept: functionLogs(one, stack, {
        type: 'AWS::Logs::LogGroup',
        name: 'LogGroupName',
        own: 'FunctionName',
      }),
      traced: traced(one, 'TracingConfig', 'Mode'),
    })),
    ...subjectsOf(['aws_ecs_task_definition', 'AWS::ECS::TaskDefinition'], 'aws', taskLogs),
    ...subjectsOf(['aws_ecs_service'], 'aws', (one) => serviceLogs(one, stack, 'task_definition')),
    ...subjectsOf(['AWS::ECS::Service'], 'aws', (one) => serviceLogs(one, stack, 'TaskDefinition')),
    ...subjectsOf(ALWAYS, 'gcp', (one) => ({
      logsKept: known(true, one.at, one.related),
      traced: nothing(one),
    })),
    ...subjectsOf(AZURE_APPS, 'azure', (one) => ({
      logsKept: appLogs(one, stack),
      traced: insightsOf(one) ?? nothing(one),
    })),
  ];
}

/** Lambda writes to a group of its name, or to the one that it is told; whether it may make one is for its role to say. */
function functionLogs(
  one: Resource,
  stack: Stack,
  { type, name, own }: { readonly type: string; readonly name: string; readonly own: string },
): Told {
  const called = one.get(own);
  const text = called && textOf(called);
  const refers = stack.attached(type, name, one, [own]);
  const config = [...partsOn(one, ['logging_config']), ...partsOn(one, ['LoggingConfig'])];
  const chosen = config.map((part) => part.get('log_group') ?? part.get('LogGroup')).find((value) => value);
  if (chosen) return known(true, chosen.at);
  const group =
    refers[0] ??
    stack.of(type).find((other) => {
      const value = other.get(name);
      return text !== undefined && value !== undefined && textOf(value) === `/aws/lambda/${text}`;
    });
  return group
    ? known(true, one.at, [...one.related, { location: group.at, message: 'its logs are kept here' }])
    : nothing(one);
}

/** `PassThrough` leaves the choice to who calls it. */
function traced(one: Resource, block: string, mode: string): Told {
  const [part] = partsOn(one, [block]);
  const value = part?.get(mode);
  return value && textOf(value) === 'Active' ? known(true, value.at) : nothing(one);
}

function taskLogs(task: Resource): { readonly logsKept: Told; readonly traced: Told } {
  const containers = containersOf(task);
  const kept = containers.map((container): Fact<boolean> => {
    const [config] = [
      ...partsOn(container, ['logConfiguration']),
      ...partsOn(container, ['LogConfiguration']),
    ];
    const driver = config?.get('logDriver') ?? config?.get('LogDriver');
    const name = driver && textOf(driver);
    if (!driver || name === undefined || !KEEPING.has(name))
      return unknown(
        `what takes the logs of a container of ${task.name} is not said here`,
        driver?.at ?? container.at,
      );
    return known(true, driver.at);
  });
  const [first] = kept;
  const tracer = containers.find((container) => isTracer(container));
  return {
    logsKept: first ? allTrue(kept, first) : nothing(task),
    traced: tracer ? known(true, tracer.at) : nothing(task),
  };
}

/** X-Ray's daemon, or the collector that AWS ships, beside the containers that send to it. */
function isTracer(container: Part): boolean {
  const image = container.get('image') ?? container.get('Image');
  return /aws-xray-daemon|aws-otel-collector/.test((image && textOf(image)) ?? '');
}

function serviceLogs(
  service: Resource,
  stack: Stack,
  attribute: string,
): { readonly logsKept: Told; readonly traced: Told } {
  const task = stack.target(service.get(attribute));
  return task ? taskLogs(task) : { logsKept: nothing(service), traced: nothing(service) };
}

/**
 * A diagnostic setting, or the app's own, keeps what it writes; Application Insights keeps what functions write, and of
 * other apps what their code sends to it.
 * https://learn.microsoft.com/azure/app-service/troubleshoot-diagnostic-logs
 */
function appLogs(app: Resource, stack: Stack): Told {
  const sent = diagnosticsKept(stack, app, `no diagnostic setting of ${app.name} is among the files`);
  const stored = partsOn(app, ['logs', 'application_logs', 'azure_blob_storage'])[0];
  if (sent.value !== true && stored) return known(true, stored.at, app.related);
  const insights = sent.value === true ? undefined : insightsOf(app);
  if (!insights) return sent;
  return app.type.endsWith('_function_app')
    ? insights
    : unknown(
        `whether the code of ${app.name} sends its logs to Application Insights is not said here`,
        insights.at,
      );
}

/** Variables, and settings of the resource, that name it. */
const INSIGHTS: Readonly<Record<string, readonly string[]>> = {
  app_settings: ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'APPINSIGHTS_INSTRUMENTATIONKEY'],
  site_config: ['application_insights_connection_string', 'application_insights_key'],
};

/** Where an app is told which Application Insights it reports to. */
function insightsOf(app: Resource): Fact<boolean> | undefined {
  for (const [block, names] of Object.entries(INSIGHTS))
    for (const part of partsOn(app, [block])) {
      const name = names.find((one) => isSet(part, one));
      if (name !== undefined) return known(true, part.get(name)?.at ?? part.at, app.related);
    }
  return undefined;
}
