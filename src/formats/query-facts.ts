import { known, unknown, type QueryFacts, type QueryPatternFacts } from '../model/index.ts';
import { comparedCounters, readPattern, typeErrors } from '../monitoring/index.ts';
import { hasPlaceholder, type Matcher, type Query } from '../syntax/promql/index.ts';
import type { DataNode } from './data-node.ts';
import { scalarPlaces } from './scalar-places.ts';

/** Facts of an expression in PromQL, and what was read of it. */
export function queryFacts(asker: QueryFacts['asker'], expr: DataNode, query: Query): QueryFacts {
  const placeOf = scalarPlaces(expr);
  const { expression, selectors } = query;
  return {
    language: 'promql',
    asker,
    expression:
      expr.written === undefined
        ? unknown('there is no expression', expr.at)
        : query.problem
          ? unknown(`the expression ${query.problem.message}`, placeOf(query.problem))
          : known(expr.written, expr.at),
    typeErrors: expression ? typeErrors(expression).map((error) => known(error.message, placeOf(error))) : [],
    patterns: selectors.flatMap(({ matchers }) =>
      matchers.flatMap((matcher) => {
        const facts = patternFacts(matcher);
        return facts ? [{ ...facts, matcher: known(written(matcher), placeOf(matcher)) }] : [];
      }),
    ),
    comparedCounters: expression
      ? comparedCounters(expression).map((selector) => known(selector.metric ?? '', placeOf(selector)))
      : [],
    metrics: [...new Set(selectors.flatMap(({ metric }) => (metric === undefined ? [] : [metric])))],
  };
}

/** Facts of a matcher whose pattern says less than it could; nothing for the others. */
function patternFacts(matcher: Matcher): Omit<QueryPatternFacts, 'matcher'> | undefined {
  const { label, operator, value } = matcher;
  if (!operator.endsWith('~') || hasPlaceholder(value)) return undefined;
  const negative = operator === '!~';
  const reading = readPattern(value);
  switch (reading.kind) {
    case 'everything':
      return { matches: negative ? 'nothing' : 'everything', instead: null };
    case 'something':
      if (negative) return { matches: 'text', instead: `${label}=""` };
      return /[$^]/.test(value) ? { matches: 'anchored', instead: `${label}=~".+"` } : undefined;
    case 'text':
      return { matches: 'text', instead: `${label}${negative ? '!=' : '='}${JSON.stringify(reading.text)}` };
    case 'anchored':
    case 'piece':
      return { matches: reading.kind, instead: null };
    default:
      return undefined;
  }
}

function written({ label, operator, value }: Matcher): string {
  return `${label}${operator}${JSON.stringify(value)}`;
}
