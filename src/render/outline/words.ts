import type { StatementOutcome } from '../../assess/index.ts';
import { count } from '../../reporters/parts/index.ts';
import type { StatementCounts } from './document.ts';

/** The sign beside the words, so that nothing is told by color alone. */
export const EVIDENCE_SIGNS: Readonly<Record<StatementOutcome | 'none', string>> = {
  passed: '✓',
  violated: '✗',
  undecided: '?',
  waived: '!',
  none: '–',
};

export const NOTHING = 'Nothing in the files shows this.';

/** `412 statements: 120 shown by the files, 2 not as stated, …` */
export function countWords(counts: StatementCounts): string {
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const parts = [
    ...(counts.violated > 0 ? [`${counts.violated} not as the files have it`] : []),
    ...(counts.undecided > 0 ? [`${counts.undecided} undecided`] : []),
    ...(counts.waived > 0 ? [`${counts.waived} accepted by a waiver`] : []),
    `${counts.passed} with checks that passed`,
    `${counts.none} that nothing in the files shows`,
  ];
  return `${count(all, 'statement')}: ${parts.join(', ')}.`;
}

/** How a statement's evidence is marked. */
export const LEGEND: readonly (readonly [StatementOutcome | 'none', string])[] = [
  ['passed', 'checks that hold the statement passed'],
  ['violated', 'the files, or the plan itself, say otherwise'],
  ['undecided', 'the files do not tell'],
  ['waived', 'not so, and accepted'],
  ['none', 'nothing in the files shows it'],
];
