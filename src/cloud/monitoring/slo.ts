import {
  isUnknown,
  known,
  unknown,
  type Fact,
  type ObjectiveFacts,
  type Signal,
  type SubjectOf,
} from '../../model/index.ts';
import { alarmSignal } from '../../monitoring/index.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, number, partsOn, text, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { providedByType } from './google.ts';
import { listed, written } from './read.ts';
import { textOf } from '../resource/part.ts';

/** Objectives that Datadog and Google Cloud measure. */
export function cloudObjectives(stack: Stack): readonly SubjectOf<'objective'>[] {
  return [
    ...stack.of('datadog_service_level_objective').map((slo) => datadogObjective(stack, slo)),
    ...stack.of('google_monitoring_slo').map((slo) => googleObjective(stack, slo)),
  ];
}

const UNITS: Readonly<Record<string, number>> = { d: 24, h: 1 };

function datadogObjective(stack: Stack, slo: Resource): SubjectOf<'objective'> {
  const [threshold] = slo.parts('thresholds');
  const tags = listed(slo, 'tags').map((tag) => textOf(tag) ?? '');
  const services = tags.flatMap((tag) => (tag.startsWith('service:') ? [tag.slice('service:'.length)] : []));
  return stack.subject('objective', slo, {
    ...joined(slo),
    system: 'datadog',
    services: known(services, slo.get('tags')?.at ?? slo.at, slo.related),
    signal: signalOf(slo, written(slo, 'name'), written(slo, 'description')),
    target: (threshold && number(threshold, 'target')) ?? byDefault(null, slo),
    windowHours: windowOf(threshold, slo),
    measure: byDefault(written(slo, 'type') === 'metric' ? 'ratio' : 'threshold', slo),
    partIsWhole: sameQueries(slo),
  });
}

/** `30d`; a custom window has its dates elsewhere. */
function windowOf(threshold: Part | undefined, slo: Resource): ObjectiveFacts['windowHours'] {
  const frame = threshold && text(threshold, 'timeframe');
  if (!frame) return byDefault(null, slo);
  return derive(frame, (words) => {
    const match = /^(\d{1,3})([dh])$/.exec(words);
    return match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0) : null;
  });
}

function sameQueries(slo: Resource): Fact<boolean> {
  const [query] = slo.parts('query');
  const numerator = query ? written(query, 'numerator') : '';
  const same = numerator !== '' && query !== undefined && numerator === written(query, 'denominator');
  return known(same, query?.get('numerator')?.at ?? slo.at, slo.related);
}

function googleObjective(stack: Stack, slo: Resource): SubjectOf<'objective'> {
  const service = stack.target(slo.get('service'));
  const names = service
    ? [written(service, 'service_id'), written(service, 'display_name'), service.name]
    : [written(slo, 'service')];
  const goal = number(slo, 'goal');
  const days = number(slo, 'rolling_period_days');
  const latency = partsOn(slo, ['basic_sli', 'latency']).length > 0;
  const available = partsOn(slo, ['basic_sli', 'availability']).length > 0;
  return stack.subject('objective', slo, {
    ...joined(slo),
    system: 'google-monitoring',
    services: known(
      [...new Set(names)].filter((name) => name !== '' && !name.includes('${')),
      slo.get('service')?.at ?? slo.at,
      slo.related,
    ),
    signal: latency || available ? byDefault(latency ? 'latency' : 'availability', slo) : measuredOf(slo),
    target: goal ? derive(goal, (part) => Number((part * 100).toFixed(6))) : byDefault(null, slo),
    windowHours: days ? derive(days, (count) => count * 24) : calendarHours(slo),
    measure: byDefault('ratio', slo),
    partIsWhole: byDefault(false, slo),
  });
}

/** What its name says; else what its filters count: answers with errors, or how long requests take. */
function measuredOf(slo: Resource): Fact<Signal | null> {
  const named = signalOf(slo, written(slo, 'display_name'), '');
  if (named.value !== null) return named;
  const counted = partsOn(slo, ['request_based_sli', 'good_total_ratio']).flatMap((part) =>
    ['good_service_filter', 'bad_service_filter'].map((name) => providedByType(written(part, name))),
  );
  const lasting = partsOn(slo, ['request_based_sli', 'distribution_cut']).map((part) =>
    providedByType(written(part, 'distribution_filter')),
  );
  const all = new Set([...counted, ...lasting]);
  // The share of answers without an error is what is called availability.
  const signal = all.has('errors') ? 'availability' : all.has('latency') ? 'latency' : null;
  return byDefault(signal, slo);
}

const CALENDAR: Readonly<Record<string, number>> = { DAY: 24, WEEK: 7 * 24, FORTNIGHT: 14 * 24 };

/** A month is no number of hours. */
function calendarHours(slo: Resource): ObjectiveFacts['windowHours'] {
  const period = text(slo, 'calendar_period');
  if (!period) return byDefault(null, slo);
  const hours = isUnknown(period.value) ? undefined : CALENDAR[period.value];
  if (hours !== undefined) return { ...period, value: hours };
  const reason = isUnknown(period.value)
    ? period.value.unknown
    : `a calendar ${period.value} has no fixed number of hours`;
  return { ...period, value: { unknown: reason } };
}

/** What its words say that it is about. */
export function signalOf(slo: Resource, name: string, summary: string): Fact<Signal | null> {
  return byDefault(alarmSignal({ name, stated: [], summary }, [], undefined) ?? null, slo);
}

type Joined = Pick<ObjectiveFacts, 'burnAlerts' | 'alerts' | 'component' | 'planned'>;

/** What joins and resources of their own say later. */
export function joined(slo: Resource): Joined {
  const alone = 'alerts on its budget are resources of their own, which are not held against it';
  return {
    burnAlerts: unknown(alone, slo.at, slo.related),
    alerts: unknown('the alerts of the files were not held against it', slo.at),
    component: unknown('there is no deployment plan', slo.at),
    planned: unknown('there is no deployment plan', slo.at),
  };
}
