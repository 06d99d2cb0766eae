import { known, unknown, type Fact, type ObjectiveFacts, type SubjectOf } from '../../model/index.ts';
import { expressionSignal, SERVICE_KEYS, watchedServices } from '../../monitoring/index.ts';
import { durationSeconds, parseQuery } from '../../syntax/promql/index.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, number, partsOn, text, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { written } from './read.ts';
import { joined, signalOf } from './slo.ts';

/** Objectives of Grafana Cloud: https://github.com/grafana/terraform-provider-grafana/blob/main/docs/resources/slo.md */
export function grafanaObjectives(stack: Stack): readonly SubjectOf<'objective'>[] {
  return stack.of('grafana_slo').map((slo) => {
    const [objective] = slo.parts('objectives');
    const [part = '', whole = ''] = ['success_metric', 'total_metric'].map((name) => ratioOf(slo, name));
    const asked = [part, whole, ...partsOn(slo, ['query', 'freeform']).map((one) => written(one, 'query'))];
    const value = objective && number(objective, 'value');
    return stack.subject('objective', slo, {
      ...joined(slo),
      system: 'grafana',
      services: servicesOf(slo, asked),
      signal: measuredOf(slo, asked),
      target: value ? derive(value, (good) => Number((good * 100).toFixed(6))) : byDefault(null, slo),
      windowHours: windowOf(objective, slo),
      measure: byDefault('ratio', slo),
      partIsWhole: byDefault(part !== '' && part === whole, slo),
      burnAlerts: burnAlertsOf(slo),
    });
  });
}

function ratioOf(slo: Resource, name: string): string {
  const [ratio] = partsOn(slo, ['query', 'ratio']);
  return ratio ? written(ratio, name) : '';
}

/** A label that names it, else what its queries watch. */
function servicesOf(slo: Resource, asked: readonly string[]): Fact<readonly string[]> {
  const labels = slo.parts('label');
  const [stated] = labels.filter((label) => SERVICE_KEYS.includes(written(label, 'key')));
  if (stated) return known([written(stated, 'value')], stated.at, slo.related);
  const watched = asked.flatMap((query) => watchedServices(parseQuery(query).selectors));
  return known([...new Set(watched.map(({ name }) => name))], slo.at, slo.related);
}

/** What its words say, else what it counts: the share of answers without an error is called availability. */
function measuredOf(slo: Resource, asked: readonly string[]): ObjectiveFacts['signal'] {
  const named = signalOf(slo, written(slo, 'name'), written(slo, 'description'));
  if (named.value !== null) return named;
  const signals = asked.map((query) => expressionSignal(parseQuery(query)));
  const signal = signals.includes('latency')
    ? 'latency'
    : signals.includes('errors') || signals.includes('availability')
      ? 'availability'
      : null;
  return byDefault(signal, slo);
}

function windowOf(objective: Part | undefined, slo: Resource): ObjectiveFacts['windowHours'] {
  const window = objective && text(objective, 'window');
  if (!window) return byDefault(null, slo);
  return derive(window, (words) => {
    const seconds = durationSeconds(words);
    return seconds === undefined ? null : seconds / 3600;
  });
}

/** Grafana makes no alerts of an objective without the block. */
function burnAlertsOf(slo: Resource): ObjectiveFacts['burnAlerts'] {
  const [alerting] = slo.parts('alerting');
  if (!alerting) return known([], slo.at, slo.related);
  if (alerting.uncertain !== undefined) return unknown(alerting.uncertain, alerting.at, slo.related);
  const urgencies = [
    ['fastburn', 'page'],
    ['slowburn', 'ticket'],
  ] as const;
  const made = urgencies.flatMap(([block, urgency]) => (alerting.parts(block).length > 0 ? [urgency] : []));
  // An empty block makes both.
  return known(made.length > 0 ? made : ['page', 'ticket'], alerting.at, slo.related);
}
