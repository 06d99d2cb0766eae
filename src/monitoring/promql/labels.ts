import type {
  AggregateExpression,
  BinaryExpression,
  CallExpression,
  Expression,
  Selector,
} from '../../syntax/promql/index.ts';
import { isComparison } from './operators.ts';

/**
 * Which labels the series that an expression gives may have: those that are listed and no others, or all but those
 * that are listed.
 */
export interface LabelSet {
  readonly only: boolean;
  readonly labels: ReadonlySet<string>;
}

const NONE: LabelSet = { only: true, labels: new Set() };
const ALL: LabelSet = { only: false, labels: new Set() };

/** Can series with these labels have this one? */
export function mayHave({ only, labels }: LabelSet, label: string): boolean {
  return labels.has(label) === only;
}

/**
 * The labels of what an expression gives: one set for each kind of series it can give, since both sides of `or` may
 * come. Source: Prometheus 3.13, promql/engine.go, `resultMetric` and the functions' own code.
 */
export function resultLabels(expression: Expression): readonly LabelSet[] {
  switch (expression.kind) {
    case 'number':
    case 'text':
      return [NONE];
    case 'selector':
      return [selected(expression.selector)];
    case 'range':
    case 'subquery':
      return resultLabels(expression.of);
    case 'signed':
      return resultLabels(expression.of).map(withoutName);
    case 'call':
      return called(expression);
    case 'aggregate':
      return aggregated(expression);
    case 'binary':
      return combined(expression);
  }
}

function selected({ matchers }: Selector): LabelSet {
  const empty = matchers.filter(({ operator, value }) => operator === '=' && value === '');
  return empty.length === 0 ? ALL : { only: false, labels: new Set(empty.map(({ label }) => label)) };
}

const KEEP_NAME: ReadonlySet<string> = new Set(
  'sort sort_desc sort_by_label sort_by_label_desc last_over_time first_over_time info'.split(' '),
);

function called({ name, parameters }: CallExpression): readonly LabelSet[] {
  if (name === 'absent' || name === 'absent_over_time') return [absent(parameters[0])];
  const vector = parameters.find(({ kind }) => kind !== 'number' && kind !== 'text');
  if (name === 'vector' || name === 'scalar' || vector === undefined) return [NONE];
  const sets = resultLabels(vector);
  if (name === 'info') return sets.map(() => ALL);
  if (name === 'label_replace' || name === 'label_join' || name === 'histogram_quantiles') {
    const added = parameters[1];
    return added?.kind === 'text' ? sets.map((set) => withLabels(set, [added.text])) : sets.map(() => ALL);
  }
  if (KEEP_NAME.has(name)) return sets;
  const dropped = name === 'histogram_quantile' ? ['__name__', 'le'] : ['__name__'];
  return sets.map((set) => withoutLabels(set, dropped));
}

/** The series that `absent` makes has what its selector asks for by equality, where that is said once. */
function absent(of: Expression | undefined): LabelSet {
  if (of?.kind === 'range') return absent(of.of);
  if (of?.kind !== 'selector') return NONE;
  const { matchers } = of.selector;
  const count = new Map<string, number>();
  for (const { label } of matchers) count.set(label, (count.get(label) ?? 0) + 1);
  const equal = matchers.filter(({ operator, label }) => operator === '=' && count.get(label) === 1);
  return { only: true, labels: new Set(equal.map(({ label }) => label)) };
}

/** Aggregations that choose among series and give them as they are. */
const CHOOSING: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

function aggregated({ name, grouping, labels, parameters }: AggregateExpression): readonly LabelSet[] {
  const of = parameters.at(-1);
  const sets = of ? resultLabels(of) : [ALL];
  if (CHOOSING.has(name)) return sets;
  const kept = sets.map((set) => {
    if (grouping === 'without') return withoutLabels(set, [...labels, '__name__']);
    return { only: true, labels: new Set(labels.filter((label) => mayHave(set, label))) };
  });
  const value = parameters[0];
  if (name !== 'count_values') return kept;
  return value?.kind === 'text' ? kept.map((set) => withLabels(set, [value.text])) : kept.map(() => ALL);
}

function combined(binary: BinaryExpression): readonly LabelSet[] {
  const { operator, left, right, matching, bool } = binary;
  const [leftSets, rightSets] = [resultLabels(left), resultLabels(right)];
  if (operator === 'or') return [...leftSets, ...rightSets];
  if (operator === 'and' || operator === 'unless') return leftSets;
  const keepsName = isComparison(operator) && !bool;
  const named = (set: LabelSet): LabelSet => (keepsName ? set : withoutName(set));
  if (isNumber(right)) return leftSets.map(named);
  if (isNumber(left)) return rightSets.map(named);
  if (matching?.many) {
    const many = matching.many === 'left' ? leftSets : rightSets;
    return many.map((set) => withLabels(named(set), matching.included));
  }
  // Series find each other by their labels, so that the result has only what both sides have.
  return leftSets.map((set) => {
    if (matching?.by === 'on')
      return { only: true, labels: new Set(matching.labels.filter((label) => mayHave(set, label))) };
    const kept = withoutLabels(named(set), matching?.labels ?? []);
    return rightSets.length === 1 && rightSets[0] ? bothHave(kept, rightSets[0]) : kept;
  });
}

/** A metric's name is none of the labels that must agree. */
function bothHave(one: LabelSet, other: LabelSet): LabelSet {
  const others = other.only
    ? [...other.labels, '__name__']
    : [...other.labels].filter((label) => label !== '__name__');
  if (!other.only) return withoutLabels(one, others);
  if (one.only) return { only: true, labels: new Set(others.filter((label) => one.labels.has(label))) };
  return { only: true, labels: new Set(others.filter((label) => !one.labels.has(label))) };
}

/** Is it a number, whatever is calculated? */
function isNumber(expression: Expression): boolean {
  switch (expression.kind) {
    case 'number':
      return true;
    case 'signed':
      return isNumber(expression.of);
    case 'call':
      return /^(?:scalar|time|pi|start|end|range|step)$/.test(expression.name);
    case 'binary':
      return isNumber(expression.left) && isNumber(expression.right);
    default:
      return false;
  }
}

function withoutName(set: LabelSet): LabelSet {
  return withoutLabels(set, ['__name__']);
}

function withoutLabels({ only, labels }: LabelSet, removed: readonly string[]): LabelSet {
  const next = new Set(labels);
  for (const label of removed)
    if (only) next.delete(label);
    else next.add(label);
  return { only, labels: next };
}

function withLabels({ only, labels }: LabelSet, added: readonly string[]): LabelSet {
  const next = new Set(labels);
  for (const label of added)
    if (only) next.add(label);
    else next.delete(label);
  return { only, labels: next };
}
