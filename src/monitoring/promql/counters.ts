import type { Expression, Selector } from '../../syntax/promql/index.ts';
import { isComparison } from './operators.ts';

const FITTING =
  /^(?:rate|irate|increase|resets|changes|delta|idelta|deriv|absent|absent_over_time|present_over_time|count|count_over_time|count_values|group|timestamp|info)$/;

/** Does a function or aggregation ask something else of a counter than how far it has come? */
export function fitsCounters(name: string): boolean {
  return FITTING.test(name);
}

/** Events, of which there are only ever more: `drives_offline_total` is how many there are now. */
const EVENTS =
  /(?:errors?|exceptions?|fail(?:ed|ures?)[a-z]{0,12}|requests?|timeouts?|dropped|drops|rejected|retries|restarts|panics?)_total$/i;

/**
 * Counters of events, by the ending `_total` that Prometheus' conventions give them, that an expression compares with a number as
 * they are: what they have counted since their process began, which only grows.
 * https://prometheus.io/docs/practices/naming/
 */
export function comparedCounters(expression: Expression): readonly Selector[] {
  const found: Selector[] = [];
  const visit = (part: Expression): void => {
    switch (part.kind) {
      case 'range':
      case 'subquery':
      case 'signed':
        visit(part.of);
        break;
      case 'call':
      case 'aggregate':
        if (!fitsCounters(part.name)) part.parameters.forEach(visit);
        break;
      case 'binary':
        if (isComparison(part.operator)) found.push(...[part.left, part.right].flatMap(rawCounter));
        visit(part.left);
        visit(part.right);
        break;
      default:
    }
  };
  visit(expression);
  return found;
}

/** The counter that a side of a comparison is, alone or added up; a difference or share of two is something else. */
function rawCounter(side: Expression): readonly Selector[] {
  if (side.kind === 'aggregate' && /^(?:sum|max|min|avg|topk|bottomk)$/.test(side.name)) {
    const of = side.parameters.at(-1);
    return of ? rawCounter(of) : [];
  }
  return side.kind === 'selector' && EVENTS.test(side.selector.metric ?? '') ? [side.selector] : [];
}
