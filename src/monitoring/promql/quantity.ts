import type { BinaryExpression, Expression, Selector } from '../../syntax/promql/index.ts';
import { constantOf } from './constants.ts';

/** The text of an expression, and what records are made of. */
export interface Reading {
  readonly text: string;
  readonly recorded: (
    metric: string,
  ) => { readonly expression: Expression; readonly text: string } | undefined;
}

/** What an expression measures: a share of a whole, a time, or whether something is there. */
export type Quantity =
  /** `scale` of it is one: 100 for percent. `whole`: what is counted is a part of what it is divided by. */
  | { readonly of: 'share'; readonly scale: number; readonly whole: boolean }
  /** `scale` of it is a second: 1000 for milliseconds. */
  | { readonly of: 'seconds'; readonly scale: number }
  | { readonly of: 'presence' };

/** Deeper expressions, and longer chains of records, tell nothing more. */
const MAX_DEPTH = 40;

/** What an expression measures; undefined where that cannot be told. */
export function quantityOf(expression: Expression, reading: Reading, depth = 0): Quantity | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const ask = (part: Expression | undefined): Quantity | undefined =>
    part && quantityOf(part, reading, depth + 1);
  switch (expression.kind) {
    case 'aggregate': {
      const quantity = ask(expression.parameters.at(-1));
      const kept = /^(?:sum|avg|min|max|quantile)$/.test(expression.name);
      return kept || quantity?.of === 'presence' ? quantity : undefined;
    }
    case 'call':
      if (expression.name === 'histogram_quantile') return secondsIn(expression.parameters.at(-1));
      return /^(?:abs|round|ceil|floor|clamp_max|clamp_min|sort|sort_desc)$/.test(expression.name)
        ? ask(expression.parameters[0])
        : undefined;
    case 'binary':
      return ofBinary(expression, reading, ask);
    case 'selector': {
      const { metric } = expression.selector;
      const record = metric === undefined ? undefined : reading.recorded(metric);
      if (record) return quantityOf(record.expression, { ...reading, text: record.text }, depth + 1);
      return ofSelector(expression.selector);
    }
    case 'signed':
      return ask(expression.of);
    default:
      return undefined;
  }
}

/** Shares of failures that were recorded, as tools that make them and people name them. */
const SHARES = /(?:error|fail)\w{0,40}(?::|_)(?:ratio|percent)?_?(?:ratio|rate)|:burnrate\d/i;

function ofSelector({ metric = '', matchers }: Selector): Quantity | undefined {
  if (metric === 'up' || metric === 'probe_success') return { of: 'presence' };
  if (metric.includes(':') && SHARES.test(metric) && /ratio|burnrate/.test(metric))
    return { of: 'share', scale: 1, whole: false };
  return matchers.some(({ label }) => label === 'quantile') ? unitOf(metric) : undefined;
}

function ofBinary(
  { operator, left, right }: BinaryExpression,
  { text }: Reading,
  ask: (part: Expression) => Quantity | undefined,
): Quantity | undefined {
  if (operator === '/') return ofDivision(left, right, text);
  const [one, other] = [constantOf(left, text), constantOf(right, text)];
  if (operator === '*') {
    const factor = (one ?? other)?.value;
    const quantity = ask(one ? right : left);
    if (factor === undefined || factor <= 0 || !quantity || quantity.of === 'presence') return undefined;
    return { ...quantity, scale: quantity.scale * factor };
  }
  // What is left of one, or of a hundred percent.
  const rest = operator === '-' && one ? ask(right) : undefined;
  return rest?.of === 'share' && rest.scale === one?.value ? rest : undefined;
}

const FAILURES = /error|fail|exception|reject|5xx|drop|timeout|unsuccessful/i;

/** A part of the same series, or failures of what there were; what they took, divided by how many they were, is a time. */
function ofDivision(left: Expression, right: Expression, text: string): Quantity | undefined {
  const factor = left.kind === 'binary' && left.operator === '*' ? factorOf(left, text) : undefined;
  const [part, whole] = [counted(factor?.of ?? left), counted(right)];
  if (!part || !whole) return undefined;
  const scale = factor?.scale ?? 1;
  const took = tookOnAverage(part.selector, whole.selector);
  if (took) return took.of === 'seconds' ? { ...took, scale: took.scale * scale } : took;
  // Against another time, or the greatest of them, nothing is a share.
  if (part.by.join() !== whole.by.join() || /\boffset\b|@/.test(text)) return undefined;
  return isPartOf(part.selector, whole.selector)
    ? { of: 'share', scale, whole: true }
    : isFailureOf(part.selector, whole.selector)
      ? { of: 'share', scale, whole: false }
      : undefined;
}

function tookOnAverage({ metric = '' }: Selector, whole: Selector): Quantity | undefined {
  if (!metric.endsWith('_sum') || whole.metric !== metric.replace(/_sum$/, '_count')) return undefined;
  return unitOf(metric);
}

function isFailureOf({ metric = '' }: Selector, { metric: whole = '' }: Selector): boolean {
  return (
    metric !== whole && FAILURES.test(metric) && !FAILURES.test(whole) && /_(?:total|count)$/.test(whole)
  );
}

/** `100 * rate(…)`, and `rate(…) * 100`. */
function factorOf(
  { left, right }: BinaryExpression,
  text: string,
): { readonly of: Expression; readonly scale: number } | undefined {
  const [one, other] = [constantOf(left, text), constantOf(right, text)];
  const scale = (one ?? other)?.value;
  return scale !== undefined && scale > 0 ? { of: one ? right : left, scale } : undefined;
}

interface Counted {
  readonly selector: Selector;
  /** What it goes through: `sum`, `rate`, its window in seconds. */
  readonly by: readonly string[];
}

/** The one series that an expression adds up; undefined where it calculates something else. */
function counted(expression: Expression): Counted | undefined {
  const by: string[] = [];
  let part: Expression | undefined = expression;
  while (part) {
    switch (part.kind) {
      case 'selector':
        return { selector: part.selector, by };
      case 'aggregate':
      case 'call':
        by.push(part.name);
        part = part.parameters.at(-1);
        break;
      case 'range':
        by.push(String(part.seconds));
        part = part.of;
        break;
      case 'binary':
        // `… or vector(0)` is there for when there is none.
        part = part.operator === 'or' ? part.left : undefined;
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** Of the same series: all that the whole asks for, the part does too, and more. */
function isPartOf(part: Selector, whole: Selector): boolean {
  if (part.metric === undefined || part.metric !== whole.metric) return false;
  const keyOf = ({ label, operator, value }: Selector['matchers'][number]): string =>
    JSON.stringify([label, operator, value]);
  const own = new Set(part.matchers.map(keyOf));
  return own.size > whole.matchers.length && whole.matchers.every((matcher) => own.has(keyOf(matcher)));
}

function secondsIn(expression: Expression | undefined): Quantity | undefined {
  return unitOf((expression && counted(expression)?.selector.metric) ?? '');
}

/** The unit that the name of a metric ends with: https://prometheus.io/docs/practices/naming/#base-units */
function unitOf(metric: string): Quantity | undefined {
  const name = metric.replace(/_(?:bucket|sum|count)$/, '');
  if (name.endsWith('_seconds')) return { of: 'seconds', scale: 1 };
  return /_(?:milliseconds|millis|ms)$/.test(name) ? { of: 'seconds', scale: 1000 } : undefined;
}
