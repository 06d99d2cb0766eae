import { code, table, text } from '../reporters/markdown/text.ts';
import type { Difference, StatementDifference } from './difference.ts';
import { changeWords, countWords, evidenceWords, placeWords, SIGNS, titleWords } from './words.ts';

/** For a comment on the change of a plan. */
export function markdownOf(difference: Difference): string {
  const { steps, criteria } = difference;
  return `${[
    `## ${text(titleWords(difference))}`,
    countWords(difference),
    ...(criteria.length > 0
      ? [
          table(
            ['Criterion', 'Before', 'After'],
            criteria.map(({ id, before, after }) => [code(id), before, after]),
          ),
        ]
      : []),
    ...steps.flatMap(({ title, statements }) => [
      `### ${text(title)}`,
      table(['', 'Statement', 'Says', 'Evidence', 'Places'], statements.map(row)),
    ]),
  ].join('\n\n')}\n`;
}

function row(one: StatementDifference): readonly string[] {
  const because = (one.after?.because ?? []).map(text);
  const evidence = [evidenceWords(one) ?? '', ...(evidenceWords(one) === undefined ? [] : because)];
  return [
    code(SIGNS[one.kind]),
    code(one.path),
    text(changeWords(one)),
    evidence.join('<br>'),
    code(placeWords(one)),
  ];
}
