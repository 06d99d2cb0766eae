import { isUnknown, known, unknown, type Fact, type Signal, type SubjectOf } from '../../model/index.ts';
import { expressionSignal, watchedServices } from '../../monitoring/index.ts';
import { parseQuery } from '../../syntax/promql/index.ts';
import { readableText } from '../resource/lists.ts';
import { bool, byDefault, partsOn, text, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';
import { stringAt } from '../resource/make.ts';
import type { Alarm } from './alarm.ts';
import { listed, tagsOf, written } from './read.ts';
import { providedSignal } from './metrics.ts';
import { channelsOf, toldBy, whereOn, type ChannelType } from './told.ts';

const CHANNELS: ChannelType = {
  system: 'google-monitoring',
  type: 'google_monitoring_notification_channel',
  title: 'display_name',
  notifies: (channel) => bool(channel, 'enabled') ?? byDefault(true, channel),
};

export function googleChannels(stack: Stack): readonly SubjectOf<'notification-channel'>[] {
  return channelsOf(stack, CHANNELS);
}

/** Conditions of a policy, each with the attribute that says what it asks. */
const CONDITIONS: readonly (readonly [block: string, asks: string])[] = [
  ['condition_threshold', 'filter'],
  ['condition_absent', 'filter'],
  ['condition_matched_log', 'filter'],
  ['condition_monitoring_query_language', 'query'],
  ['condition_prometheus_query_language', 'query'],
  ['condition_sql', 'query'],
];

interface Condition {
  readonly block: string;
  readonly part: Part;
  readonly asks: Value | undefined;
  readonly text: string;
}

/** Alert policies of Google Cloud. */
export function alertPolicies(stack: Stack): readonly Alarm[] {
  return stack.of('google_monitoring_alert_policy').map((policy) => {
    const conditions = conditionsOf(policy);
    const first = conditions[0];
    const told = toldBy(stack, listed(policy, 'notification_channels'), policy, CHANNELS);
    return {
      system: 'google-monitoring',
      resource: policy,
      title: written(policy, 'display_name') || policy.name,
      labels: tagsOf(policy, ['user_labels']),
      severity: severityOf(policy),
      expression: known(
        conditions.map(({ text: asked }) => asked).join('\n'),
        first?.asks?.at ?? policy.at,
        policy.related,
      ),
      forSeconds: durationOf(first),
      summary: documentationOf(policy),
      conditional: byDefault(true, policy),
      withoutData: silenceOf(first, policy),
      problem: byDefault(null, policy),
      acts: byDefault(false, policy),
      receivers: whereOn(bool(policy, 'enabled') ?? byDefault(true, policy), told),
      metrics: conditions.flatMap(({ text: asked }) => metricIn(asked) ?? []),
      signal: conditions.map(signalOf).find((signal) => signal !== undefined),
      watched: conditions.flatMap(watchedBy),
    } satisfies Alarm;
  });
}

function conditionsOf(policy: Resource): readonly Condition[] {
  return policy.parts('conditions').flatMap((outer) =>
    CONDITIONS.flatMap(([block, name]) =>
      outer.parts(block).map((part) => {
        const asks = part.get(name);
        return { block, part, asks, text: (asks && readableText(asks)) ?? '' };
      }),
    ),
  );
}

const METRIC = /metric\.type\s{0,9}=\s{0,9}\\?"([^"\\]{1,300})/;
/** Labels of monitored resources that name a service, in a filter. */
const NAMED =
  /(?:service_name|service|backend_target_name|url_map_name|database_id|cluster_name|container_name|module_id|function_name|job_name|queue_id|subscription_id|topic_id)"?\s{0,9}=\s{0,9}\\?"([^"\\]{1,200})/g;

/** The type of the metric that a filter asks for. */
export function metricIn(asked: string): string | undefined {
  return METRIC.exec(asked)?.[1];
}

function signalOf({ block, text: asked }: Condition): Signal | undefined {
  if (block === 'condition_prometheus_query_language') return expressionSignal(parseQuery(asked));
  return providedByType(asked) ?? (block === 'condition_absent' ? 'availability' : undefined);
}

const ERRORS = /response_code_class\\?"?\s{0,9}!?=\s{0,9}\\?"?[2-5]|severity\s{0,9}>=\s{0,9}ERROR/;

/** What a filter looks for: `run.googleapis.com/request_latencies` is a metric of the namespace before its first slash. */
export function providedByType(filter: string): Signal | undefined {
  const metric = metricIn(filter) ?? '';
  const slash = metric.indexOf('/');
  const provided = providedSignal(metric.slice(0, slash), metric.slice(slash + 1));
  return provided === 'traffic' && ERRORS.test(filter) ? 'errors' : provided;
}

/** The services that a filter names. */
export function filterNames(filter: string): readonly string[] {
  const names = [...filter.matchAll(NAMED)].flatMap((match) => match[1] ?? []);
  return names.filter((name) => !name.includes('${'));
}

function watchedBy({ block, asks, part, text: asked }: Condition): readonly Value[] {
  if (!asks) return [];
  const named =
    block === 'condition_prometheus_query_language'
      ? watchedServices(parseQuery(asked).selectors).map(({ name }) => name)
      : filterNames(asked);
  const references = asks.kind === 'unknown' ? (asks.parts ?? []) : [];
  return [
    ...named.map((name) => stringAt(part.at, name)),
    ...references.filter((reference) => typeof reference !== 'string'),
  ];
}

function severityOf(policy: Resource): Fact<string> {
  const stated = text(policy, 'severity');
  if (!stated) return byDefault('none', policy);
  return isUnknown(stated.value) ? stated : { ...stated, value: stated.value.toLowerCase() };
}

function documentationOf(policy: Resource): Fact<string> {
  const stated = partsOn(policy, ['documentation']).flatMap((part) => [
    ...(text(part, 'content') ? [text(part, 'content')] : []),
    ...part.parts('links').map((link) => text(link, 'url')),
  ]);
  const found = stated.flatMap((fact) => fact ?? []);
  const open = found.find(({ value }) => isUnknown(value));
  if (open) return open;
  const [first] = found;
  if (!first) return byDefault('', policy);
  return { ...first, value: found.map(({ value }) => (isUnknown(value) ? '' : value)).join(' ') };
}

/** `300s`. */
function durationOf(condition: Condition | undefined): Fact<number> {
  if (!condition) return unknown('it has no condition', undefined);
  const stated = text(condition.part, 'duration');
  if (!stated) return byDefault(0, condition.part);
  if (isUnknown(stated.value)) return { ...stated, value: stated.value };
  const seconds = /^(\d{1,7})(?:\.\d{1,9})?s$/.exec(stated.value)?.[1];
  return seconds === undefined
    ? unknown(`${JSON.stringify(stated.value.slice(0, 40))} is no duration`, stated.at)
    : { ...stated, value: Number(seconds) };
}

const SILENCE: Readonly<Record<string, 'fires' | 'stays' | 'resolves'>> = {
  EVALUATION_MISSING_DATA_ACTIVE: 'fires',
  EVALUATION_MISSING_DATA_INACTIVE: 'resolves',
  EVALUATION_MISSING_DATA_NO_OP: 'stays',
};

function silenceOf(condition: Condition | undefined, policy: Resource): Alarm['withoutData'] {
  if (condition?.block !== 'condition_threshold' || written(condition.part, 'comparison') !== 'COMPARISON_LT')
    return byDefault(null, policy);
  const stated = text(condition.part, 'evaluation_missing_data');
  if (!stated) return byDefault('stays', condition.part);
  return isUnknown(stated.value)
    ? { ...stated, value: stated.value }
    : { ...stated, value: SILENCE[stated.value] ?? 'stays' };
}
