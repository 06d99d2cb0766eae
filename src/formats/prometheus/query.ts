import { known, unknown, type QueryFacts, type QueryPatternFacts } from '../../model/index.ts';
import { readPattern, typeErrors } from '../../monitoring/index.ts';
import { hasPlaceholder, type Matcher } from '../../syntax/promql/index.ts';
import { scalarPlaces } from '../scalar-places.ts';
import type { Rule } from './rules.ts';

/** Facts of a rule's expression. */
export function queryFacts({ kind, node, query }: Rule): QueryFacts {
  const expr = node.get('expr');
  const placeOf = scalarPlaces(expr);
  const { expression, selectors } = query;
  return {
    language: 'promql',
    asker: kind === 'alert' ? 'alert' : 'recording-rule',
    expression:
      expr.written === undefined
        ? unknown('the rule has no expression', expr.at)
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
