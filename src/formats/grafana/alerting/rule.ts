import { known, unknown, type AlertFacts, type Fact } from '../../../model/index.ts';
import {
  comparedLimit,
  limitOf,
  RUNBOOK_KEYS,
  SERVICE_LABELS,
  SIGNAL_KEYS,
  signalOf,
  SUMMARY_KEYS,
  watchedServices,
  unmatchedRunbook,
} from '../../../monitoring/index.ts';
import { durationSeconds, parseQuery, type Query } from '../../../syntax/promql/index.ts';
import type { DataNode } from '../../data-node.ts';

/** One alert rule of a group, still as written. */
export interface GrafanaRule {
  readonly node: DataNode;
  readonly group: DataNode;
  readonly queries: readonly RuleQuery[];
}

/** What a rule asks a data source for; the steps of Grafana's own expressions are none. */
export interface RuleQuery {
  readonly expression: DataNode;
  /** Undefined where it is no PromQL. */
  readonly query: Query | undefined;
  /** The file says that it is PromQL, so that a mistake in it is one. */
  readonly certain: boolean;
}

/** How Grafana names the data source of its own expressions, in its versions. */
const OWN_SOURCES: ReadonlySet<string> = new Set(['__expr__', '-100', '-- Expression --']);

export function readRule(
  node: DataNode,
  group: DataNode,
  typeOf: (uid: string) => string | undefined,
): GrafanaRule {
  const queries = node
    .get('data')
    .items()
    .filter((step) => !OWN_SOURCES.has(step.get('datasourceUid').written ?? ''))
    .map((step) => readQuery(step, typeOf(step.get('datasourceUid').written ?? '')));
  return { node, group, queries };
}

function readQuery(step: DataNode, provisioned: string | undefined): RuleQuery {
  const model = step.get('model');
  const expression = ['expr', 'query', 'rawSql'].map((key) => model.get(key)).find(({ text }) => text);
  const type = model.get('datasource', 'type').text ?? provisioned;
  if (!expression) return { expression: model.get('expr'), query: undefined, certain: false };
  const promql = expression.label === 'expr' && (type === undefined || type === 'prometheus');
  const query = promql ? parseQuery(expression.text ?? '') : undefined;
  const certain = type === 'prometheus';
  return { expression, query: query?.problem && !certain ? undefined : query, certain };
}

/** What a rule does when nothing is measured, or the question fails: the worse of the two. */
const STATES: Readonly<Record<string, 'fires' | 'stays' | 'resolves'>> = {
  Alerting: 'fires',
  NoData: 'fires',
  Error: 'fires',
  KeepLast: 'stays',
  OK: 'resolves',
  Ok: 'resolves',
};

/** Facts of an alert rule. */
export function alertFacts(rule: GrafanaRule, receivers: AlertFacts['receivers']): AlertFacts {
  const { node } = rule;
  const summary = annotation(node, SUMMARY_KEYS);
  const runbook = annotation(node, RUNBOOK_KEYS);
  const severity = node.get('labels', 'severity');
  return {
    system: 'grafana',
    routed: !node.get('notification_settings', 'receiver').exists,
    expression: expressionOf(rule),
    severity: severity.written?.includes('${')
      ? unknown('a variable sets the severity', severity.at)
      : known(severity.written ?? 'none', severity.exists ? severity.at : titleOf(node).at),
    labels: labelsOf(rule),
    forSeconds: forOf(node.get('for')),
    summary: known(summary.text ?? '', summary.at),
    runbook: known(runbook.text ?? null, runbook.at),
    services: servicesOf(rule),
    resources: [],
    signal: signalFact(rule),
    conditional: known(true, titleOf(node).at),
    limit: limitOfRule(rule),
    withoutData: withoutData(node),
    problem: problemOf(node),
    acts: known(false, titleOf(node).at),
    paused: known(node.get('isPaused').value === true, node.get('isPaused').at),
    templates: [],
    receivers,
    ...unmatchedRunbook(runbook.at),
  };
}

export function titleOf(node: DataNode): DataNode {
  return node.get('title').exists ? node.get('title') : node.get('uid');
}

function annotation(node: DataNode, names: readonly string[]): DataNode {
  const nodes = names.map((name) => node.get('annotations', name));
  return nodes.find(({ text }) => text) ?? node.get('annotations', names[0] ?? '');
}

/** How classic conditions and thresholds are said in other languages; other ways, `within_range`, stay as they are. */
const SIGNS: Readonly<Record<string, string>> = {
  gt: '>',
  lt: '<',
  eq: '==',
  ne: '!=',
  gte: '>=',
  lte: '<=',
};

/** What it asks, then what its own steps make of it: `up{job="shop"} < 1`. */
function expressionOf(rule: GrafanaRule): Fact<string> {
  const { node, queries } = rule;
  const asked = queries.flatMap(({ expression }) => expression.text ?? []);
  const [first] = queries;
  if (!first || asked.length === 0)
    return unknown('the rule asks a data source in a way that is not read', node.get('data').header);
  const limits = evaluatorsOf(rule).map(({ type, values }) =>
    `${SIGNS[type] ?? type} ${values.join(', ')}`.trim(),
  );
  return known([...asked, ...limits].join(' '), first.expression.at);
}

interface Evaluator {
  readonly type: string;
  readonly values: readonly string[];
}

function evaluatorsOf({ node }: GrafanaRule): readonly Evaluator[] {
  return node
    .get('data')
    .items()
    .flatMap((step) => step.get('model', 'conditions').items())
    .map((condition) => condition.get('evaluator'))
    .flatMap((evaluator) => {
      const type = evaluator.get('type').text;
      const values = evaluator
        .get('params')
        .items()
        .map(({ written }) => written ?? '');
      return type === undefined ? [] : [{ type, values }];
    });
}

/** Of one question that is held against one number, else of an expression that compares by itself. */
function limitOfRule(rule: GrafanaRule): AlertFacts['limit'] {
  const [asked, ...others] = rule.queries;
  const at = (asked?.expression ?? titleOf(rule.node)).at;
  const expression = asked?.query?.expression;
  const evaluators = evaluatorsOf(rule);
  const reading = { text: asked?.expression.text ?? '', recorded: () => undefined };
  const ofQuestion = expression && others.length === 0 && limitOf(expression, reading);
  // Reducers of several steps repeat their evaluator, and only the last of them counts.
  const last = evaluators.at(-1);
  const sign = SIGNS[last?.type ?? ''];
  const value = Number(last?.values[0] ?? NaN);
  const compared =
    expression && others.length === 0 && sign !== undefined && Number.isFinite(value)
      ? comparedLimit(expression, sign, { value, burnRate: null, budget: null }, reading)
      : undefined;
  const limit = compared === undefined ? ofQuestion : compared;
  return limit === undefined || limit === false
    ? unknown('from where on the rule is true cannot be told', at)
    : known(limit, at);
}

/** Grafana adds the folder that the rule is in. */
function labelsOf({ node, group }: GrafanaRule): Readonly<Record<string, string>> {
  const folder = group.get('folder').text;
  const own = node
    .get('labels')
    .entries()
    .flatMap(([key, { written }]) => (written === undefined ? [] : [[key, written] as const]));
  return Object.fromEntries([...(folder === undefined ? [] : [['grafana_folder', folder] as const]), ...own]);
}

function forOf(node: DataNode): Fact<number> {
  if (!node.exists) return known(0, node.at);
  const seconds = durationSeconds(node.written ?? '');
  return seconds === undefined ? unknown('the time is no duration', node.at) : known(seconds, node.at);
}

/** Grafana refuses a rule whose condition is none of its steps. */
function problemOf(node: DataNode): AlertFacts['problem'] {
  const condition = node.get('condition');
  const steps = node.get('data').items();
  const fits = steps.length === 0 || steps.some((step) => step.get('refId').text === condition.text);
  if (condition.text === undefined || fits) return known(null, condition.at);
  return known(`its condition ${condition.text} is none of its steps`, condition.at);
}

function withoutData(node: DataNode): AlertFacts['withoutData'] {
  const states = ['noDataState', 'execErrState'].map((key) => node.get(key));
  const worst = ['resolves', 'stays'].flatMap((wanted) =>
    states.filter(({ text }) => STATES[text ?? ''] === wanted),
  )[0];
  const place = worst ?? states.find(({ exists }) => exists) ?? titleOf(node);
  return known(STATES[worst?.text ?? ''] ?? 'fires', place.at);
}

function servicesOf({ node, queries }: GrafanaRule): Fact<readonly string[]> {
  for (const name of SERVICE_LABELS) {
    const label = node.get('labels', name);
    if (label.text && !label.text.includes('{{')) return known([label.text], label.at);
  }
  const watched = queries.flatMap(({ query }) => (query ? watchedServices(query.selectors) : []));
  const place = queries[0]?.expression ?? titleOf(node);
  if (watched.length === 0 && queries.some(({ query }) => query === undefined))
    return unknown('it asks in a language that is not read', place.at);
  return known([...new Set(watched.map(({ name }) => name))], place.at);
}

function signalFact({ node, queries }: GrafanaRule): AlertFacts['signal'] {
  const stated = SIGNAL_KEYS.flatMap((name) => node.get('labels', name).text ?? []);
  const query = queries.find((one) => one.query !== undefined)?.query ?? parseQuery('');
  const words = {
    name: titleOf(node).text ?? '',
    stated,
    summary: annotation(node, SUMMARY_KEYS).text ?? '',
  };
  return known(signalOf(words, query, undefined) ?? null, titleOf(node).at);
}
