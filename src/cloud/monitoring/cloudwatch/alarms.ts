import { isUnknown, known, unknown, type AlertFacts, type Fact, type Signal } from '../../../model/index.ts';
import { readableText } from '../../resource/lists.ts';
import { derive } from '../../resource/logic.ts';
import {
  byDefault,
  number,
  partsOn,
  text,
  textOf,
  valueParts,
  wayTo,
  type Part,
} from '../../resource/part.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import type { Value } from '../../resource/value.ts';
import type { Alarm } from '../alarm.ts';
import { problemOf } from './limits.ts';
import { fromLogs, logMetrics, type LogMetrics } from './log-metric.ts';
import { Mentions } from './mentions.ts';
import { LANGUAGES, type AlarmNames } from './names.ts';
import { tagsOf, written } from '../read.ts';
import { readMetric, type Metric } from '../metrics.ts';
import { actionsOf, type Actions } from './topic.ts';

/** Alarms of CloudWatch, those that judge several others among them. */
export function cloudWatchAlarms(stack: Stack): readonly Alarm[] {
  return LANGUAGES.flatMap((names) => {
    if (stack.of(names.alarm).length + stack.of(names.composite).length === 0) return [];
    const around = { stack, names, mentions: new Mentions(stack, names), made: logMetrics(stack, names) };
    return [
      ...stack.of(names.alarm).map((resource) => metricAlarm(resource, around)),
      ...stack.of(names.composite).map((resource) => compositeAlarm(resource, around)),
    ];
  });
}

/** What an alarm is read with: the rest of its stack, in the words of its language. */
interface Around {
  readonly stack: Stack;
  readonly names: AlarmNames;
  readonly mentions: Mentions;
  readonly made: LogMetrics;
}

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['GreaterThanThreshold', '>'],
  ['GreaterThanOrEqualToThreshold', '>='],
  ['LessThanThreshold', '<'],
  ['LessThanOrEqualToThreshold', '<='],
]);

function metricAlarm(resource: Resource, around: Around): Alarm {
  const { names } = around;
  const metrics = metricsOf(resource, names).map((metric) => fromLogs(metric, around.made, names));
  const operator = written(resource, names.operator);
  const about = metrics.map(({ namespace, name, statistic }) =>
    [namespace, name, statistic].filter((word) => word !== '').join(' '),
  );
  const expression = [
    about.join(', '),
    OPERATORS.get(operator) ?? operator,
    written(resource, names.threshold),
  ];
  const where = resource.get(names.metric) ?? resource.get(names.queries);
  return {
    ...shared(resource, around),
    expression: known(
      expression.filter((word) => word !== '').join(' '),
      where?.at ?? resource.at,
      resource.related,
    ),
    forSeconds: durationOf(resource, names),
    withoutData: silenceOf(resource, names, operator),
    problem: problemOf(resource, names),
    metrics: metrics.map(({ name }) => name),
    signal: signalOf(metrics),
    watched: metrics.flatMap(({ dimensions }) => dimensions),
  };
}

function signalOf(metrics: readonly Metric[]): Signal | undefined {
  const signals = metrics.flatMap(({ signal }) => signal ?? []);
  // A share of errors is made from errors and requests.
  return signals.find((signal) => signal !== 'traffic') ?? signals[0];
}

function compositeAlarm(resource: Resource, around: Around): Alarm {
  const { names, mentions } = around;
  const rule = text(resource, names.rule) ?? byDefault('', resource);
  const value = resource.get(names.rule);
  const members = (value ? mentions.alarmsIn(value) : []).filter(({ type }) => type === names.alarm);
  const metrics = members.flatMap((alarm) => metricsOf(alarm, names));
  return {
    ...shared(resource, around),
    expression: isUnknown(rule.value)
      ? known((value && readableText(value)) ?? 'a rule that is not known', rule.at, rule.related)
      : { ...rule, value: rule.value },
    forSeconds: byDefault(0, resource),
    withoutData: byDefault(null, resource),
    problem: byDefault(null, resource),
    metrics: metrics.map(({ name }) => name),
    signal: signalOf(metrics),
    watched: metrics.flatMap(({ dimensions }) => dimensions),
  };
}

type Shared = Omit<
  Alarm,
  'expression' | 'forSeconds' | 'withoutData' | 'problem' | 'metrics' | 'signal' | 'watched'
>;

function shared(resource: Resource, around: Around): Shared {
  const { names } = around;
  const labels = tagsOf(resource, names.tags);
  const severity = Object.entries(labels).find(([key]) => /^(?:severity|priority)$/i.test(key))?.[1];
  return {
    system: 'cloudwatch',
    resource,
    title: written(resource, names.name) || resource.name,
    labels,
    severity: byDefault(severity ?? 'none', resource),
    summary: text(resource, names.description) ?? byDefault('', resource),
    conditional: byDefault(true, resource),
    ...usedOrTold(resource, around),
  };
}

/** An alarm that another alarm, a deployment or a health check reads does what it is for without telling anyone. */
function usedOrTold(alarm: Resource, { stack, names, mentions }: Around): Actions {
  const actions = actionsOf(stack, alarm, names);
  const user = mentions.userOf(alarm);
  if (!user) return actions;
  const receivers = isUnknown(actions.receivers.value)
    ? byDefault<readonly string[]>([], alarm)
    : actions.receivers;
  return { receivers, acts: known(true, user.at, user.related) };
}

function metricsOf(resource: Resource, names: AlarmNames): readonly Metric[] {
  const queried = resource
    .parts(names.queries)
    .flatMap((query) => partsOn(query, names.inner).map((part) => metricIn(part, query, names)));
  return resource.get(names.metric) ? [metricIn(resource, resource, names), ...queried] : queried;
}

function metricIn(part: Part, around: Part, names: AlarmNames): Metric {
  const statistics = names.statistics.map((name) => written(part, name) || written(around, name));
  return readMetric({
    namespace: written(part, names.namespace),
    name: written(part, names.metric),
    statistic: statistics.find((statistic) => statistic !== '') ?? '',
    dimensions: dimensionsOf(part, names),
  });
}

/** A map, or a list of names and values. */
function dimensionsOf(part: Part, { dimensions }: AlarmNames): ReadonlyMap<string, Value> {
  const value = part.get(dimensions);
  if (!value) return new Map();
  if (value.kind === 'map' || value.kind === 'object') return value.entries;
  const entries = valueParts(value, part.related).flatMap((entry) => {
    const name = entry.get('Name');
    const own = entry.get('Value');
    return name && own ? [[textOf(name) ?? '', own] as const] : [];
  });
  return new Map(entries);
}

/** Periods times evaluations, in seconds. */
function durationOf(resource: Resource, names: AlarmNames): Fact<number> {
  const evaluations = number(resource, names.evaluations);
  const inner = resource.parts(names.queries).flatMap((query) => partsOn(query, names.inner.slice(0, 1)));
  const periods = [resource, ...inner].flatMap((part) => number(part, names.period) ?? []);
  if (!evaluations || !periods[0]) return unknown('its period is not stated', resource.at, resource.related);
  const open = [evaluations, ...periods].find(({ value }) => isUnknown(value));
  if (open) return open;
  const period = Math.max(...periods.flatMap(({ value }) => (isUnknown(value) ? [] : [value])));
  return derive(evaluations, (count) => count * period);
}

const SILENCE: Readonly<Record<string, 'fires' | 'stays' | 'resolves'>> = {
  breaching: 'fires',
  notBreaching: 'resolves',
  ignore: 'stays',
  missing: 'stays',
};

/** Only an alarm that looks for too little can miss a silence: what fails says nothing. */
function silenceOf(resource: Resource, names: AlarmNames, operator: string): AlertFacts['withoutData'] {
  if (!operator.startsWith('LessThan')) return byDefault(null, resource);
  const value = resource.get(names.missing);
  const stated = text(resource, names.missing) ?? byDefault('missing', resource);
  const silence = derive(stated, (word) => SILENCE[word] ?? null);
  return value ? { ...silence, related: wayTo(value, resource) } : silence;
}
