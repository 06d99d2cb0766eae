import type { Signal } from '../model/index.ts';
import type { Matcher, Query, Selector } from '../syntax/promql/index.ts';
import { firstOf, inWords, METRICS, NAMES, PLAIN, STATED } from './words.ts';

/** What an alert says of itself. */
export interface AlertWords {
  readonly name: string;
  /** Values of labels and annotations that name a signal outright. */
  readonly stated: readonly string[];
  readonly summary: string;
}

/** What an alert watches for: its expression's shape is sure, what it reads is likely. */
export function signalOf(words: AlertWords, query: Query, recorded: Signal | undefined): Signal | undefined {
  return byEvidence(
    words,
    () => shapeOf(query),
    () => recorded ?? metricSignal(query),
  );
}

/** What an alarm watches for whose metrics are named and not computed; `provided` is what their provider says of them. */
export function alarmSignal(
  words: AlertWords,
  metrics: readonly string[],
  provided: Signal | undefined,
): Signal | undefined {
  return byEvidence(
    words,
    () => provided,
    () => firstOf(METRICS, metrics.map(inWords).join(' ')),
  );
}

/** By the evidence that is hardest to misread first: what its author states, and what is sure, before names and words. */
export function byEvidence(
  { name: title, stated, summary }: AlertWords,
  sure: () => Signal | undefined,
  likely: () => Signal | undefined,
): Signal | undefined {
  for (const word of stated) {
    const signal = firstOf(STATED, word.toLowerCase());
    if (signal) return signal;
  }
  const name = inWords(title);
  return (
    firstOf(PLAIN, name) ??
    sure() ??
    firstOf(NAMES, name) ??
    likely() ??
    firstOf(NAMES, summary.toLowerCase())
  );
}

/** What an expression looks for, whatever it is called: recording rules have no other words. */
export function expressionSignal(query: Query): Signal | undefined {
  return shapeOf(query) ?? metricSignal(query);
}

export function shapeOf({ selectors, functions }: Query): Signal | undefined {
  const metrics = measured(selectors);
  if (selectors.some(({ matchers }) => matchers.some(selectsErrors))) return 'errors';
  if (metrics.some((metric) => /(?:^|_)up$|^probe_success$/.test(metric))) return 'availability';
  // In a longer expression `absent` only fills a gap.
  if (selectors.length === 1 && [...functions].some((name) => name.startsWith('absent')))
    return 'availability';
  const quantile = [...functions].some((name) => name.startsWith('histogram_quantile'));
  if (quantile && metrics.some((metric) => /duration|latency|second|_ms|time/.test(metric))) return 'latency';
  return undefined;
}

/** Names of metrics. Seconds until a certificate ends are no latency, and none of the other signals. */
function measured(selectors: readonly Selector[]): readonly string[] {
  return selectors.flatMap(({ metric }) =>
    metric === undefined || /expir|_ttl/.test(metric) ? [] : [metric],
  );
}

const STATUS_LABEL = /^(?:\w*_)?(?:code|status|statuscode|status_code|outcome|result|response_class)$/;
const BAD_STATUS = /^\^?\(?(?:[45](?:\d\d|xx|\.\.|\d\.|\[|\.\*)|5)/i;
const BAD_WORD = /^(?:error|errors|failed|failure|fail|internal|unavailable|unknown|dataloss)(?:\b|$)/i;
const GOOD_STATUS = /^\^?\(?(?:2|ok|success)/i;

/** A matcher that keeps the failed requests, or leaves the good ones out. */
function selectsErrors({ label, operator, value }: Matcher): boolean {
  if (!STATUS_LABEL.test(label)) return false;
  if (operator === '!=' || operator === '!~') return GOOD_STATUS.test(value) || BAD_STATUS.test(value);
  return BAD_STATUS.test(value) || BAD_WORD.test(value);
}

function metricSignal({ selectors }: Query): Signal | undefined {
  const metrics = measured(selectors).map(inWords);
  for (const words of METRICS) {
    const signal = metrics.some((metric) => words[1].test(metric)) ? words[0] : undefined;
    if (signal) return signal;
  }
  return undefined;
}
