import { isUnknown, type AlertRouteFacts, type AlertRouterFacts } from '../model/index.ts';
import { labelPattern } from '../monitoring/index.ts';

/** Where an alert goes. Without `uncertain`, `receivers` is the whole answer. */
export interface Routed {
  /** Names of receivers that it reaches for sure, in Alertmanager's order. */
  readonly receivers: readonly string[];
  /** Receivers that it may reach, too or instead. */
  readonly possible: readonly string[];
  /** Why not all is sure; finishes "unknown because …". */
  readonly uncertain?: string;
}

/** Labels that the alerting series usually brings along, or Prometheus adds: a rule does not tell their values. */
const SERIES_LABELS: ReadonlySet<string> = new Set(
  `namespace job instance pod container service app node cluster environment env region zone datacenter
  prometheus prometheus_replica replica endpoint deployment statefulset daemonset`.split(/\s+/),
);

/** Deeper trees are not looked into. */
const MAX_DEPTH = 200;

type Answer = 'yes' | 'maybe' | 'no';

interface Outcome {
  readonly matched: Answer;
  readonly receivers: readonly string[];
  readonly possible: readonly string[];
}

const NO_MATCH: Outcome = { matched: 'no', receivers: [], possible: [] };

/**
 * Sends an alert through the tree as Alertmanager does: depth first, the first matching child takes it unless it
 * says `continue`, and a route whose children do not want it keeps it. `labels` are those of the rule, with
 * `alertname`. A label that is not among them is empty, except those that the series may bring.
 */
export function receiversFor(router: AlertRouterFacts, labels: Readonly<Record<string, string>>): Routed {
  if (router.routes.length === 0)
    return { receivers: [], possible: [], uncertain: 'the configuration has no route' };
  const walk = createWalk(router.routes, labels);
  const { matched, receivers, possible } = walk.visit(0, 0);
  const all = unique([...receivers, ...possible]);
  // An alert that enters the tree reaches someone; when there is but one to reach, it is that one.
  const sole = all.length === 1 && !walk.lost();
  const certain = matched !== 'yes' ? [] : sole ? all : unique(receivers);
  const others = all.filter((name) => !certain.includes(name));
  const uncertain = walk.reason();
  if (uncertain === undefined || (others.length === 0 && !walk.lost()))
    return { receivers: certain, possible: [] };
  return { receivers: certain, possible: others, uncertain };
}

interface Walk {
  readonly visit: (index: number, depth: number) => Outcome;
  /** The first doubt on the way. */
  readonly reason: () => string | undefined;
  /** Was there a route that takes the alert and whose receiver, or children, are not known? */
  readonly lost: () => boolean;
}

function createWalk(routes: readonly AlertRouteFacts[], labels: Readonly<Record<string, string>>): Walk {
  let lost = false;
  let reason: string | undefined;
  const doubt = (because: string): Answer => {
    reason ??= because;
    return 'maybe';
  };
  const children = childrenOf(routes);
  const visit = (index: number, depth: number): Outcome => {
    const route = routes[index];
    const matched = route ? matches(route, labels, doubt) : 'no';
    if (!route || matched === 'no') return NO_MATCH;
    if (depth > MAX_DEPTH) {
      lost = true;
      return { ...NO_MATCH, matched: doubt('the tree of routes is too deep') };
    }
    const receivers: string[] = [];
    const possible: string[] = [];
    let taken: Answer = 'no';
    let stopped: Answer = 'no';
    for (const child of children[index] ?? []) {
      if (stopped === 'yes') break;
      const outcome = visit(child, depth + 1);
      if (outcome.matched === 'no') continue;
      // After a sibling that may have stopped, in both cases some child has taken the alert.
      if (outcome.matched === 'yes') taken = 'yes';
      else if (taken === 'no') taken = 'maybe';
      const sure = outcome.matched === 'yes' && stopped === 'no';
      (sure ? receivers : possible).push(...outcome.receivers);
      possible.push(...outcome.possible);
      if (routes[child]?.continue !== true) stopped = outcome.matched;
    }
    if (taken !== 'yes') {
      const name = route.receiver.value;
      if (isUnknown(name)) {
        lost = true;
        doubt(name.unknown);
      } else (taken === 'no' ? receivers : possible).push(name);
    }
    return { matched, receivers, possible };
  };
  return { visit, reason: () => reason, lost: () => lost };
}

function childrenOf(routes: readonly AlertRouteFacts[]): readonly (readonly number[])[] {
  const children = routes.map((): number[] => []);
  routes.forEach((route, index) => {
    if (route.parent < index) children[route.parent]?.push(index);
  });
  return children;
}

function matches(
  route: AlertRouteFacts,
  labels: Readonly<Record<string, string>>,
  doubt: (because: string) => Answer,
): Answer {
  if (isUnknown(route.matchers.value)) return doubt(route.matchers.value.unknown);
  let answer: Answer = 'yes';
  let because = '';
  for (const matcher of route.matchers.value) {
    const one = matchOne(matcher, labels);
    if (one === false) return 'no';
    if (one === true) continue;
    answer = 'maybe';
    because ||= one;
  }
  return answer === 'maybe' ? doubt(because) : answer;
}

/** Whether a matcher holds, or why that is not known. */
function matchOne(
  {
    label,
    operator,
    value: wanted,
  }: { readonly label: string; readonly operator: string; readonly value: string },
  labels: Readonly<Record<string, string>>,
): boolean | string {
  const stated = Object.hasOwn(labels, label) ? labels[label] : undefined;
  if (stated === undefined && SERIES_LABELS.has(label))
    return `a route depends on the label ${label}, which the rule does not set`;
  if (stated?.includes('{{')) return `a route depends on the label ${label}, which a template sets`;
  if (stated?.includes('${')) return `a route depends on the label ${label}, which a variable sets`;
  const value = stated ?? '';
  const negative = operator.startsWith('!');
  if (!operator.endsWith('~')) return (value === wanted) !== negative;
  const held = labelPattern(wanted)?.test(value);
  return held === undefined
    ? `the pattern ${JSON.stringify(wanted)} of a route cannot be evaluated`
    : held !== negative;
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
