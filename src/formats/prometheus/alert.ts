import { known, unknown, type AlertFacts, type Fact } from '../../model/index.ts';
import {
  isConditional,
  isLogConditional,
  limitOf,
  logSignal,
  RUNBOOK_KEYS,
  SERVICE_LABELS,
  SIGNAL_KEYS,
  signalOf,
  SUMMARY_KEYS,
  watchedServices,
  unmatchedRunbook,
} from '../../monitoring/index.ts';
import { hasPlaceholder } from '../../syntax/promql/index.ts';
import type { DataNode } from '../data-node.ts';
import { scalarPlaces } from '../scalar-places.ts';
import { durationSeconds } from '../../syntax/promql/index.ts';
import type { About, Records } from './records.ts';
import { labelOf, type Rule } from './rules.ts';
import { templatesOf } from './templates.ts';

/** Facts of an alert; the recording rules that it reads are looked through. */
export function alertFacts(rule: Rule, records: Records): AlertFacts {
  const { node } = rule;
  const about = records.about(rule.query);
  const expr = node.get('expr');
  return {
    system: rule.logs ? 'loki' : 'prometheus',
    routed: true,
    expression:
      expr.written === undefined
        ? unknown('the rule has no expression', expr.at)
        : known(expr.written, expr.at),
    severity: severityOf(rule),
    labels: labelsOf(rule),
    forSeconds: forOf(node.get('for')),
    summary: annotationFact(annotation(rule, SUMMARY_KEYS), ''),
    runbook: annotationFact(annotation(rule, RUNBOOK_KEYS), null),
    services: servicesOf(rule, about),
    resources: [],
    signal: signalFact(rule, about),
    conditional: conditionalOf(rule, records),
    limit: limitFact(rule, records),
    withoutData: known(null, expr.at),
    problem: known(null, expr.at),
    acts: known(false, rule.name.at),
    paused: known(false, rule.name.at),
    templates: templatesOf(rule),
    receivers: unknown('no alert route was found in the files', rule.name.at),
    ...unmatchedRunbook(annotation(rule, RUNBOOK_KEYS).at),
  };
}

function severityOf(rule: Rule): Fact<string> {
  const label = labelOf(rule, 'severity');
  const text = label.written;
  if (label.obstacle) return unknown('the labels are no map', label.obstacle.at);
  if (!label.exists) return known('none', rule.name.at);
  if (text === undefined) return unknown('the severity is no text', label.at);
  if (hasPlaceholder(text))
    return unknown('the severity is set by a template when the alert fires', label.at);
  return known(text, label.at);
}

function labelsOf(rule: Rule): Readonly<Record<string, string>> {
  const entries = [rule.group, rule.node].flatMap((owner) =>
    owner
      .get('labels')
      .entries()
      .flatMap(([key, { written }]) => (written === undefined ? [] : [[key, written] as const])),
  );
  return Object.fromEntries(entries);
}

function forOf(node: DataNode): Fact<number> {
  if (!node.exists) return known(0, node.at);
  const seconds = durationSeconds(node.written ?? '');
  if (seconds !== undefined) return known(seconds, node.at);
  return unknown(`${JSON.stringify(node.written?.slice(0, 40) ?? 'for')} is no duration`, node.at);
}

function annotationFact<T>(node: DataNode, fallback: T): Fact<string | T> {
  if (node.obstacle) return unknown('the annotations are no map', node.obstacle.at);
  return known(node.text ?? fallback, node.at);
}

/** The first annotation of these names, or the place where the first would be. */
function annotation(rule: Rule, names: readonly string[]): DataNode {
  const nodes = names.map((name) => rule.node.get('annotations', name));
  return nodes.find(({ text }) => text) ?? rule.node.get('annotations', names[0] ?? '');
}

function conditionalOf({ query, logs, node }: Rule, records: Records): Fact<boolean> {
  const { at } = node.get('expr');
  if (logs && !query.problem) return known(isLogConditional(logs), at);
  if (!query.expression) return unknown(`the expression ${query.problem?.message ?? 'is missing'}`, at);
  const conditional = isConditional(query.expression, records.expressionOf);
  return conditional === undefined
    ? unknown('the rule that records what it reads is not in the files', at)
    : known(conditional, at);
}

function limitFact({ query, logs, node }: Rule, records: Records): AlertFacts['limit'] {
  const expr = node.get('expr');
  const limit =
    query.expression &&
    !logs &&
    limitOf(query.expression, { text: expr.written ?? '', recorded: records.read });
  return limit === undefined || limit === false
    ? unknown('from where on the expression is true cannot be told', expr.at)
    : known(limit, expr.at);
}

function servicesOf(rule: Rule, records: About): Fact<readonly string[]> {
  for (const name of SERVICE_LABELS) {
    const label = labelOf(rule, name);
    if (label.text && !hasPlaceholder(label.text)) return known([label.text], label.at);
  }
  const { query } = rule;
  const expr = rule.node.get('expr');
  const watched = watchedServices(query.selectors);
  const first = watched[0];
  if (first)
    return known(
      watched.map(({ name }) => name),
      scalarPlaces(expr)(first),
    );
  if (records.services.length > 0) return known(records.services, expr.at);
  if (query.problem) return unknown(`the expression ${query.problem.message}`, expr.at);
  return known([], expr.at);
}

function signalFact(rule: Rule, records: About): AlertFacts['signal'] {
  const stated = SIGNAL_KEYS.flatMap((name) => [labelOf(rule, name), rule.node.get('annotations', name)]);
  const texts = stated.filter(({ text }) => text);
  const summary = annotation(rule, SUMMARY_KEYS).text ?? '';
  const words = {
    name: rule.name.text ?? '',
    stated: texts.flatMap(({ text }) => text ?? []),
    summary,
  };
  const { query } = rule;
  const signal = rule.logs ? logSignal(words, rule.logs) : signalOf(words, query, records.signal);
  const at = texts[0]?.at ?? rule.node.get('expr').at;
  if (signal === undefined && query.problem) return unknown(`the expression ${query.problem.message}`, at);
  return known(signal ?? null, at);
}
