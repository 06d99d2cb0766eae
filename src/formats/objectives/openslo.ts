import { known, unknown, type Fact } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import { either, numberAt, type Indicator, type IndicatorExpression, type Stated } from './model.ts';

/** Objects that an objective names: by kind and name. */
export type Named = (kind: string, name: string) => DataNode | undefined;

/** The objects of all files; of several with one name the first. */
export function indexObjects(documents: readonly DataDocument[]): Named {
  const objects = new Map<string, DataNode>();
  for (const document of documents) {
    const root = rootNode(document);
    const key = `${root.get('kind').text ?? ''} ${root.get('metadata', 'name').text ?? ''}`;
    if (!objects.has(key)) objects.set(key, root);
  }
  return (kind, name) => objects.get(`${kind} ${name}`);
}

/** Objectives of OpenSLO in all its versions, and of Nobl9, which is written nearly alike. */
export function readOpenSlo(document: DataDocument, named: Named): readonly Stated[] {
  const root = rootNode(document);
  if (root.get('kind').text !== 'SLO') return [];
  const spec = root.get('spec');
  const name = root.get('metadata', 'name');
  const objectives = spec.get('objectives').items();
  const stated = objectives.length > 0 ? objectives : [spec.get('objectives')];
  return stated.map((objective, index) => {
    const label = either(objective, 'displayName', 'name').text ?? `${index + 1}`;
    const several = stated.length > 1;
    return {
      system: root.get('apiVersion').text?.startsWith('n9/') === true ? 'nobl9' : 'openslo',
      name,
      title: several ? `${name.text ?? ''} ${label}` : (name.text ?? ''),
      address: several ? `${name.text ?? ''}/${label}` : (name.text ?? ''),
      namespace: root.get('metadata', 'namespace').text,
      service: spec.get('service'),
      words: {
        stated: [],
        summary: [root.get('metadata', 'displayName').text, spec.get('description').text]
          .filter((text) => text !== undefined)
          .join(' '),
      },
      target: targetOf(objective),
      windowHours: windowOf(spec),
      indicator: indicatorOf(objective, spec, named),
      burnAlerts: burnAlertsOf(spec, named),
      made: [],
    };
  });
}

/** A part of one, or percent. */
function targetOf(objective: DataNode): Fact<number | null> {
  const percent = objective.get('targetPercent');
  return percent.exists ? numberAt(percent) : numberAt(objective.get('target'), 100);
}

const HOURS: Readonly<Record<string, number>> = {
  m: 1 / 60,
  h: 1,
  d: 24,
  w: 168,
  M: 720,
  Q: 2160,
  Y: 8760,
  Second: 1 / 3600,
  Minute: 1 / 60,
  Hour: 1,
  Day: 24,
  Week: 168,
  Month: 720,
  Quarter: 2160,
  Year: 8760,
};

function windowOf(spec: DataNode): Fact<number | null> {
  const list = either(spec, 'timeWindow', 'timeWindows');
  const window = list.isList ? (list.items()[0] ?? list) : list;
  const duration = window.get('duration');
  const [, count, unit] = duration.exists
    ? (/^(\d+)([mhdwMQY])$/.exec(duration.text ?? '') ?? [])
    : ['', window.get('count').written, window.get('unit').text];
  const place = duration.exists ? duration : window.get('count').exists ? window.get('count') : list;
  const hours = Number(count ?? NaN) * (HOURS[unit ?? ''] ?? NaN);
  if (Number.isFinite(hours)) return known(hours, place.at);
  return window.isMap && (duration.exists || window.get('count').exists)
    ? unknown('the window is no duration', place.at)
    : known(null, list.at);
}

function indicatorOf(objective: DataNode, spec: DataNode, named: Named): Indicator {
  for (const owner of [objective, spec]) {
    const own = either(owner, 'indicator', 'sli');
    const found = measured(own.get('spec').isMap ? own.get('spec') : own, named) ?? measured(owner, named);
    if (found) return found;
    const reference = either(owner, 'indicatorRef', 'sliRef');
    if (reference.text === undefined) continue;
    const sli = named('SLI', reference.text);
    const read = sli && measured(sli.get('spec'), named);
    if (read) return read;
    if (!sli)
      return {
        measure: unknown(`the indicator ${reference.text} is not among the files`, reference.at),
        expressions: [],
      };
  }
  return { measure: known(null, either(spec, 'indicator', 'sli', 'objectives').header), expressions: [] };
}

/** The keys of ratios and thresholds in OpenSLO v1, v1alpha, and Nobl9. */
function measured(owner: DataNode, named: Named): Indicator | undefined {
  const ratio = ['ratioMetric', 'ratioMetrics', 'countMetrics'].map((key) => owner.get(key));
  const [counts] = ratio.filter(({ isMap }) => isMap);
  if (counts) {
    const raw = counts.get('raw');
    const part = counts.get('good').exists ? counts.get('good') : counts.get('bad');
    return {
      measure: known('ratio', counts.header),
      expressions: raw.exists
        ? [expression(raw, 'value', named)]
        : [expression(part, 'part', named), expression(counts.get('total'), 'whole', named)],
    };
  }
  const threshold = ['thresholdMetric', 'rawMetric'].map((key) => owner.get(key)).find(({ isMap }) => isMap);
  if (!threshold) return undefined;
  return {
    measure: known('threshold', threshold.header),
    expressions: [expression(threshold, 'value', named)],
  };
}

function expression(metric: DataNode, role: IndicatorExpression['role'], named: Named): IndicatorExpression {
  const nobl9 = [metric.get('query', 'prometheus', 'promql'), metric.get('prometheus', 'promql')];
  const promql = nobl9.find(({ exists }) => exists);
  if (promql) return { node: promql, role, language: 'promql' };
  const source = metric.get('metricSource').isMap ? metric.get('metricSource') : metric;
  const query = ['query', 'promql', 'prometheusQuery']
    .map((key) => source.get('spec', key))
    .find(({ exists }) => exists);
  return { node: query ?? metric.get('query'), role, language: languageOf(source, named) };
}

/** By the type of the source, which may be an object of its own; v1alpha names it, and perhaps its language. */
function languageOf(source: DataNode, named: Named): IndicatorExpression['language'] {
  const reference = either(source, 'metricSourceRef', 'dataSourceRef').text;
  const object = reference === undefined ? undefined : named('DataSource', reference);
  const types = [
    source.get('type').text,
    object?.get('spec', 'type').text,
    source.get('queryType').text,
    source.get('source').text,
  ].filter((type) => type !== undefined);
  if (types.some((type) => /^prom/i.test(type))) return 'promql';
  const told = types.some((type) => type !== 'query');
  return told ? 'other' : undefined;
}

/** Severities of the conditions of its alert policies; where none is stated, the policy's name. */
function burnAlertsOf(spec: DataNode, named: Named): Fact<readonly string[]> {
  const policies = spec.get('alertPolicies');
  const severities = policies.items().flatMap((entry) => {
    const name = entry.text ?? entry.get('alertPolicyRef').text;
    const policy = name === undefined ? entry : named('AlertPolicy', name);
    const stated = (policy?.get('spec', 'conditions').items() ?? []).flatMap((condition) => {
      const reference = condition.get('conditionRef').text;
      const body = reference === undefined ? condition : named('AlertCondition', reference);
      return body?.get('spec', 'severity').text ?? [];
    });
    return stated.length > 0 ? stated : [name ?? entry.get('metadata', 'name').text ?? 'a policy'];
  });
  return known([...new Set(severities)], policies.at);
}
