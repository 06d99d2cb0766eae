import { isUnknown, known, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { bool, byDefault, number, partsOn, text, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Alarm } from './alarm.ts';
import { listed, tagsOf, written } from './read.ts';
import { readMetric, type Metric } from './metrics.ts';
import { channelsOf, toldBy, whereOn, type ChannelType } from './told.ts';

/** What is different between the types of alerts of Azure Monitor. */
interface AlertType {
  readonly type: string;
  /** Where it names the groups that it tells. */
  readonly groups: readonly string[];
  /** Where it says how long it looks back; ISO 8601 or minutes. */
  readonly window?: string;
  /** What holds where no severity is stated; types without one have none. */
  readonly severity?: number;
}

const TYPES: readonly AlertType[] = [
  {
    type: 'azurerm_monitor_metric_alert',
    groups: ['action', 'action_group_id'],
    window: 'window_size',
    severity: 3,
  },
  {
    type: 'azurerm_monitor_scheduled_query_rules_alert_v2',
    groups: ['action', 'action_groups'],
    window: 'window_duration',
    severity: 3,
  },
  {
    type: 'azurerm_monitor_scheduled_query_rules_alert',
    groups: ['action', 'action_group'],
    window: 'time_window',
    severity: 3,
  },
  { type: 'azurerm_monitor_smart_detector_alert_rule', groups: ['action_group', 'ids'] },
  { type: 'azurerm_monitor_activity_log_alert', groups: ['action', 'action_group_id'] },
];

/** Blocks of an action group, each of which tells someone or does something. */
const RECEIVERS: readonly string[] =
  `arm_role automation_runbook azure_app_push azure_function email event_hub itsm
  logic_app sms voice webhook`
    .split(/\s+/)
    .map((name) => `${name}_receiver`);

const GROUPS: ChannelType = {
  system: 'azure-monitor',
  type: 'azurerm_monitor_action_group',
  title: 'name',
  notifies: (group) => {
    const enabled = bool(group, 'enabled');
    if (enabled && enabled.value !== true) return enabled;
    const parts = RECEIVERS.flatMap((name) => group.parts(name));
    const certain = parts.find(({ uncertain }) => uncertain === undefined);
    const open = parts[0]?.uncertain;
    if (!certain && open !== undefined) return unknown(open, group.at, group.related);
    return known(certain !== undefined, certain?.at ?? group.at, group.related);
  },
};

export function actionGroups(stack: Stack): readonly SubjectOf<'notification-channel'>[] {
  return channelsOf(stack, GROUPS);
}

const SEVERITIES: readonly string[] = ['critical', 'error', 'warning', 'informational', 'verbose'];

export function azureAlarms(stack: Stack): readonly Alarm[] {
  return TYPES.flatMap((type) => stack.of(type.type).map((resource) => alarmOf(stack, resource, type)));
}

function alarmOf(stack: Stack, resource: Resource, type: AlertType): Alarm {
  const metrics = metricsOf(resource);
  const criteria = criteriaOf(resource)[0];
  return {
    system: 'azure-monitor',
    resource,
    title: written(resource, 'name') || resource.name,
    labels: tagsOf(resource, ['tags']),
    severity: severityOf(resource, type),
    expression: known(expressionOf(resource, metrics), criteria?.at ?? resource.at, resource.related),
    forSeconds: windowOf(resource, type),
    summary: text(resource, 'description') ?? byDefault('', resource),
    conditional: byDefault(true, resource),
    withoutData: byDefault(null, resource),
    problem: byDefault(null, resource),
    acts: byDefault(false, resource),
    receivers: toldOf(stack, resource, type),
    metrics: metrics.map(({ name }) => name),
    signal:
      resource.parts('application_insights_web_test_location_availability_criteria').length > 0
        ? 'availability'
        : metrics.find(({ signal }) => signal !== undefined)?.signal,
    watched: ['scopes', 'scope_resource_ids', 'data_source_id'].flatMap((name) => listed(resource, name)),
  };
}

function toldOf(stack: Stack, resource: Resource, { groups }: AlertType): Alarm['receivers'] {
  const blocks = partsOn(resource, groups.slice(0, -1));
  const open = blocks.find(({ uncertain }) => uncertain !== undefined);
  if (open?.uncertain !== undefined) return unknown(open.uncertain, open.at, open.related);
  const named = blocks.flatMap((part) => listed(part, groups.at(-1) ?? ''));
  const enabled = bool(resource, 'enabled') ?? byDefault(true, resource);
  return whereOn(enabled, toldBy(stack, named, resource, GROUPS));
}

function criteriaOf(resource: Resource): readonly Part[] {
  return [...resource.parts('criteria'), ...resource.parts('dynamic_criteria')];
}

function metricsOf(resource: Resource): readonly Metric[] {
  return criteriaOf(resource).flatMap((part) => {
    const name = written(part, 'metric_name');
    if (name === '') return [];
    const namespace = written(part, 'metric_namespace');
    return [readMetric({ namespace, name, statistic: written(part, 'aggregation'), dimensions: new Map() })];
  });
}

function expressionOf(resource: Resource, metrics: readonly Metric[]): string {
  if (metrics.length === 0) return written(resource, 'query') || queriesOf(resource) || resource.type;
  return metrics
    .map(({ namespace, name, statistic }, index) => {
      const part = criteriaOf(resource)[index];
      const words = part ? [written(part, 'operator'), written(part, 'threshold')] : [];
      return [namespace, name, statistic, ...words].filter((word) => word !== '').join(' ');
    })
    .join(', ');
}

function queriesOf(resource: Resource): string {
  return resource
    .parts('criteria')
    .map((part) => written(part, 'query'))
    .join('\n');
}

function severityOf(resource: Resource, { severity }: AlertType): Fact<string> {
  if (severity === undefined) return text(resource, 'severity') ?? byDefault('none', resource);
  const stated = number(resource, 'severity') ?? byDefault(severity, resource);
  return derive(stated, (level) => SEVERITIES[level] ?? String(level));
}

const SPAN = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;

/** `PT5M` is 300 seconds; the older type of alert has minutes as a number. */
function windowOf(resource: Resource, { window = 'window_size' }: AlertType): Fact<number> {
  const stated = text(resource, window);
  if (!stated) return byDefault(0, resource);
  if (isUnknown(stated.value)) return { ...stated, value: stated.value };
  if (/^\d{1,6}$/.test(stated.value)) return { ...stated, value: Number(stated.value) * 60 };
  const span = SPAN.exec(stated.value);
  if (!span) return unknown(`${JSON.stringify(stated.value.slice(0, 40))} is no duration`, stated.at);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = [1, 2, 3, 4].map((part) => Number(span[part] ?? 0));
  return { ...stated, value: ((days * 24 + hours) * 60 + minutes) * 60 + seconds };
}
