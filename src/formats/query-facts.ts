import { known, unknown, type QueryFacts, type QueryPatternFacts } from '../model/index.ts';
import { comparedCounters, rateWindows, readPattern, typeErrors } from '../monitoring/index.ts';
import { hasPlaceholder, type Matcher, type Query } from '../syntax/promql/index.ts';
import type { Location } from '../source/index.ts';
import type { DataNode } from './data-node.ts';
import { scalarPlaces } from './scalar-places.ts';

/** Facts of an expression in PromQL, and what was read of it. */
export function queryFacts(
  asker: QueryFacts['asker'],
  expr: DataNode,
  query: Query,
  language: QueryFacts['language'] = 'promql',
): QueryFacts {
  const placeOf = scalarPlaces(expr);
  const { expression, selectors } = query;
  const errors = errorsOf(asker, expr, query).map(({ message, at }) => known(message, at));
  return {
    language,
    asker,
    expression: expressionFact(expr, query, language === 'metricsql' && errors.length > 0),
    errors: language === 'metricsql' ? [] : errors,
    patterns: selectors.flatMap(({ matchers }) =>
      matchers.flatMap((matcher) => {
        const facts = patternFacts(matcher);
        return facts ? [{ ...facts, matcher: known(written(matcher), placeOf(matcher)) }] : [];
      }),
    ),
    comparedCounters: expression
      ? comparedCounters(expression).map((selector) => known(selector.metric ?? '', placeOf(selector)))
      : [],
    rateWindows: expression
      ? rateWindows(expression).map((window) => known(window.seconds, placeOf(window)))
      : [],
    // What ships logs calls its jobs as it likes.
    jobs: (language === 'logql' ? [] : jobsOf(selectors)).map((matcher) =>
      known(matcher.value, placeOf(matcher)),
    ),
    labels: {},
    metrics: [...new Set(selectors.flatMap(({ metric }) => (metric === undefined ? [] : [metric])))],
  };
}

function jobsOf(selectors: Query['selectors']): readonly Matcher[] {
  const named = selectors
    .flatMap(({ matchers }) => matchers)
    .filter(({ label, operator, value }) => label === 'job' && operator === '=' && !hasPlaceholder(value));
  return [...new Map(named.map((matcher) => [matcher.value, matcher])).values()];
}

function expressionFact(expr: DataNode, { problem }: Query, extended: boolean): QueryFacts['expression'] {
  if (expr.written === undefined) return unknown('there is no expression', expr.at);
  if (extended) return unknown('MetricsQL that goes beyond PromQL is not read', expr.at);
  if (problem) return unknown(`the expression ${problem.message}`, scalarPlaces(expr)(problem));
  return known(expr.written, expr.at);
}

/** What Prometheus refuses. A panel without an expression shows nothing, and is no mistake of the expression. */
function errorsOf(
  asker: QueryFacts['asker'],
  expr: DataNode,
  { problem, expression }: Query,
): readonly { readonly message: string; readonly at: Location }[] {
  if (asker === 'panel' && (expr.written ?? '').trim() === '') return [];
  if (expr.written === undefined) return [{ message: 'is missing', at: expr.at }];
  const mistakes = expression ? typeErrors(expression) : problem?.sure === true ? [problem] : [];
  const placeOf = scalarPlaces(expr);
  return mistakes.map((mistake) => ({ message: mistake.message, at: placeOf(mistake) }));
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
