import { known, unknown, type Fact } from '../../model/index.ts';
import { durationSeconds } from '../../syntax/promql/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import { numberAt, type Indicator, type IndicatorExpression, type Stated } from './model.ts';

const SECONDS_PER_HOUR = 3600;

/** Labels and annotations of this prefix are given to what Pyrra makes, without it. */
const PREFIX = 'pyrra.dev/';

/** Pyrra makes four alerts, two windows for each of these. */
const URGENCIES: readonly string[] = ['critical', 'warning'];

/** The objective of an object of Pyrra. */
export function readPyrra(document: DataDocument): readonly Stated[] {
  const root = rootNode(document);
  const spec = root.get('spec');
  const name = root.get('metadata', 'name');
  const alerting = spec.get('alerting');
  const off = [alerting.get('burnrates'), alerting.get('disabled')].find(
    ({ value }, index) => value === (index === 1),
  );
  const urgencies = off ? [] : URGENCIES;
  const labels = root.get('metadata', 'labels');
  return [
    {
      system: 'pyrra',
      name,
      title: name.text ?? '',
      address: [root.get('metadata', 'namespace').text, name.text].filter(Boolean).join('/'),
      namespace: root.get('metadata', 'namespace').text,
      service: labels.get(`${PREFIX}service`),
      words: { stated: [], summary: spec.get('description').text ?? '' },
      target: numberAt(spec.get('target')),
      windowHours: windowOf(spec.get('window')),
      indicator: indicatorOf(spec.get('indicator')),
      burnAlerts: known(urgencies, (off ?? alerting).at),
      made: urgencies.map((urgency) => ({
        name: alerting.get('name').text ?? 'ErrorBudgetBurn',
        urgency,
        at: (alerting.exists ? alerting : name).header,
        labels: [],
        annotations: [],
        added: { ...given(labels), severity: urgency, slo: name.text ?? '' },
      })),
    },
  ];
}

function given(owner: DataNode): Readonly<Record<string, string>> {
  return Object.fromEntries(
    owner
      .entries()
      .flatMap(([key, { text }]) =>
        key.startsWith(PREFIX) && text !== undefined ? [[key.slice(PREFIX.length), text]] : [],
      ),
  );
}

function windowOf(node: DataNode): Fact<number | null> {
  if (!node.exists) return known(null, node.at);
  const seconds = durationSeconds(node.written ?? '');
  return seconds === undefined
    ? unknown('the window is no duration', node.at)
    : known(seconds / SECONDS_PER_HOUR, node.at);
}

function indicatorOf(indicator: DataNode): Indicator {
  const metric = (role: IndicatorExpression['role'], ...path: readonly string[]): IndicatorExpression => ({
    node: indicator.get(...path, 'metric'),
    role,
    language: 'promql',
  });
  const kinds: Readonly<Record<string, readonly IndicatorExpression[]>> = {
    ratio: [metric('part', 'ratio', 'errors'), metric('whole', 'ratio', 'total')],
    latency: [metric('part', 'latency', 'success'), metric('whole', 'latency', 'total')],
    latencyNative: [metric('value', 'latencyNative', 'total')],
    bool_gauge: [metric('value', 'bool_gauge')],
  };
  const kind = Object.keys(kinds).find((key) => indicator.get(key).exists);
  if (kind === undefined) return { measure: known(null, indicator.header), expressions: [] };
  return { measure: known('ratio', indicator.get(kind).header), expressions: kinds[kind] ?? [] };
}
