import {
  known,
  unknown,
  type AlertFacts,
  type Fact,
  type Signal,
  type SubjectOf,
} from '../../model/index.ts';
import { alarmSignal, SERVICE_KEYS, unmatchedRunbook } from '../../monitoring/index.ts';
import { readableText } from '../resource/lists.ts';
import { present, textOf } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';

/** What the systems say of their alarms, each in its own words. */
export interface Alarm extends Pick<
  AlertFacts,
  | 'expression'
  | 'severity'
  | 'forSeconds'
  | 'summary'
  | 'conditional'
  | 'withoutData'
  | 'problem'
  | 'acts'
  | 'receivers'
  | 'labels'
> {
  readonly system: AlertFacts['system'];
  readonly resource: Resource;
  /** What people call it. */
  readonly title: string;
  /** Names of the metrics that it reads, as the system writes them. */
  readonly metrics: readonly string[];
  /** What the provider's own description of those metrics makes of them. */
  readonly signal: Signal | undefined;
  /** Names or references of what it watches. */
  readonly watched: readonly Value[];
}

/** Tags that name the signal. */
const SIGNAL_TAGS: readonly string[] = ['signal', 'sli', 'golden_signal'];

/** An alarm that tells those it names, without routers between. */
export function alarmSubject(stack: Stack, alarm: Alarm): SubjectOf<'alert'> {
  const { resource, system, title, summary, labels } = alarm;
  const { expression, severity, forSeconds, conditional, withoutData, problem, acts, receivers } = alarm;
  const words = {
    name: title,
    stated: tagged(labels, SIGNAL_TAGS),
    summary: typeof summary.value === 'string' ? summary.value : '',
  };
  return stack.subject('alert', resource, {
    system,
    routed: false,
    expression,
    severity,
    labels,
    forSeconds,
    summary,
    runbook: runbookIn(summary),
    services: known(servicesOf(stack, alarm), resource.at, resource.related),
    resources: resourcesOf(stack, alarm),
    signal: known(alarmSignal(words, alarm.metrics, alarm.signal) ?? null, expression.at, expression.related),
    conditional,
    limit: unknown('what the alarm measures is not known as a share or a time', expression.at),
    withoutData,
    problem,
    acts,
    // One that is switched off tells nobody, which is what its receivers say.
    paused: known(false, resource.at, resource.related),
    templates: [],
    receivers,
    ...unmatchedRunbook(summary.at),
  });
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"')\]]{1,2000}/;

/** The first address in what an alarm tells people; that is where systems without a field for it have runbooks. */
function runbookIn(summary: Fact<string>): AlertFacts['runbook'] {
  const { value, ...place } = summary;
  return { ...place, value: typeof value === 'string' ? (ADDRESS.exec(value)?.[0] ?? null) : value };
}

function tagged(labels: AlertFacts['labels'], names: readonly string[]): readonly string[] {
  return Object.entries(labels).flatMap(([key, value]) =>
    names.includes(key.toLowerCase()) && value !== '' ? [value] : [],
  );
}

/** A tag that names the service, else the names of what it watches. */
function servicesOf(stack: Stack, { labels, watched }: Alarm): readonly string[] {
  const named = tagged(labels, SERVICE_KEYS);
  return [...new Set(named.length > 0 ? named : watched.flatMap((value) => namesOf(stack, value)))];
}

/** What a resource is called, and what its code calls it. */
export function namesOf(stack: Stack, value: Value): readonly string[] {
  const target = stack.target(value);
  if (!target) {
    const text = value.kind === 'unknown' ? undefined : textOf(value);
    return text === undefined ? [] : nameIn(text);
  }
  const names = ['name', 'identifier', 'Name', 'function_name', 'FunctionName'].flatMap((attribute) => {
    const name = present(target.get(attribute));
    const text = name && readableText(name);
    return text === undefined || text.includes('${') ? [] : [text];
  });
  return [...names, target.name];
}

/** `app/checkout/50dc6c495c0c9188` is the load balancer checkout; of other ids the last step is the name. */
function nameIn(text: string): readonly string[] {
  const balancer = /^(?:app|net|gwy|targetgroup)\/([^/]+)\//.exec(text)?.[1];
  const name = balancer ?? text.split('/').at(-1) ?? '';
  return name === '' || name.length > 200 ? [] : [name];
}

function resourcesOf(stack: Stack, { watched }: Alarm): readonly string[] {
  const targets = watched.flatMap((value) => stack.target(value) ?? []);
  return [...new Set(targets.map(({ address }) => `${stack.path}:${address}`))].toSorted();
}
