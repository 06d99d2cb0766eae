import { Chalk } from 'chalk';
import { visible } from '../reporters/parts/index.ts';
import type { Difference, StatementDifference } from './difference.ts';
import { changeWords, countWords, evidenceWords, placeWords, SIGNS, titleWords } from './words.ts';

/** For the screen, grouped by step. */
export function screenOf(difference: Difference, color: boolean): string {
  const paint = new Chalk({ level: color ? 1 : 0 });
  const colors = { added: paint.green, removed: paint.red, changed: paint.yellow, evidence: paint.cyan };
  const lines = (one: StatementDifference): readonly string[] => {
    const says = one.kind === 'evidence' ? '' : `: ${visible(changeWords(one))}`;
    const evidence = evidenceWords(one);
    const reasons = evidence === undefined ? [] : (one.after?.because ?? []);
    return [
      `  ${colors[one.kind](`${SIGNS[one.kind]} ${visible(one.path)}`)}${says}`,
      ...(evidence === undefined ? [] : [`      ${evidence}`]),
      ...reasons.map((reason) => `      ${visible(reason)}`),
      paint.dim(`      ${visible(placeWords(one))}`),
    ];
  };
  const { steps, criteria } = difference;
  return [
    paint.bold(visible(titleWords(difference))),
    '',
    ...steps.flatMap(({ title, statements }) => [paint.bold(title), ...statements.flatMap(lines), '']),
    ...(criteria.length > 0
      ? [
          paint.bold('Criteria'),
          ...criteria.map(({ id, before, after }) => `  ${id}: ${before} → ${after}`),
          '',
        ]
      : []),
    countWords(difference),
    '',
  ].join('\n');
}
