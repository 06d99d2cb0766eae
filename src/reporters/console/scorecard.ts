import type { CriterionReport, Evidence } from '../../assess/index.ts';
import { padEnd, STATE_SIGNS, stateWords, visible, wrap } from '../parts/index.ts';
import type { Context } from './context.ts';
import { indent } from './frame.ts';

const COUNTS: readonly (keyof Evidence)[] = ['examined', 'passed', 'violated', 'undecided', 'waived'];
const NAME = 21;
const STATE = 16;
const TABLE = 2 + NAME + STATE + COUNTS.reduce((sum, name) => sum + name.length + 2, 0);
const REASONS = 3;

/**
 * The six criteria with their counts, and under each why; what leaves most of them open is told once, below. On a
 * narrow terminal the counts take a line of their own.
 */
export function scorecard(criteria: readonly CriterionReport[], context: Context): readonly string[] {
  const shared = sharedReasons(criteria);
  const wide = context.width >= TABLE;
  const { paint } = context;
  const header = `  ${padEnd('Criterion', NAME)}${padEnd('State', STATE)}${COUNTS.map((name) => `  ${name}`).join('')}`;
  return [
    ...(wide ? [paint.faint(header)] : []),
    ...criteria.flatMap((criterion) => [
      wide ? row(criterion, context) : stacked(criterion, context),
      ...(shared.has(why(criterion)) ? [] : because(criterion, context)),
    ]),
    ...[...shared.values()].flatMap((criterion) => {
      const told = `${STATE_SIGNS[criterion.state]} ${stateWords(criterion)}: ${criterion.because.join(' ')}`;
      return wrap(visible(told), context.width).map((line) => context.paint.faint(line));
    }),
  ];
}

/** What leaves at least half of the criteria open, such as that there is no plan, by itself; with one that has it. */
function sharedReasons(criteria: readonly CriterionReport[]): ReadonlyMap<string, CriterionReport> {
  const open = criteria.filter(({ state }) => state === 'not-assessed');
  const many = open.filter(
    (one) => open.filter((other) => why(other) === why(one)).length >= criteria.length / 2,
  );
  return new Map(many.map((criterion) => [why(criterion), criterion]));
}

function why({ because: reasons }: CriterionReport): string {
  return reasons.join('\n');
}

function row(criterion: CriterionReport, { paint }: Context): string {
  const { id, state, evidence } = criterion;
  const words = padEnd(`${STATE_SIGNS[state]} ${padEnd(id, NAME)}${stateWords(criterion)}`, 2 + NAME + STATE);
  const counts = COUNTS.map((name) => `  ${String(evidence[name]).padStart(name.length)}`).join('');
  return paint.state[state](words) + counts;
}

function stacked(criterion: CriterionReport, { paint }: Context): string {
  const { id, state, evidence } = criterion;
  const counts = COUNTS.filter((name) => name === 'examined' || evidence[name] > 0);
  const told = counts.map((name) => `${evidence[name]} ${name}`).join(', ');
  return `${paint.state[state](`${STATE_SIGNS[state]} ${id}: ${stateWords(criterion)}`)}\n    ${told}`;
}

function because(criterion: CriterionReport, { paint, width }: Context): readonly string[] {
  const { because: reasons } = criterion;
  const more = reasons.length > REASONS ? [`And ${reasons.length - REASONS} more.`] : [];
  return [...reasons.slice(0, REASONS), ...more].flatMap((reason) =>
    indent(wrap(visible(reason), width - 4), 4).map((line) => paint.faint(line)),
  );
}
