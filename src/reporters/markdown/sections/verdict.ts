import type { Report } from '../../../assess/index.ts';
import { count, OUTCOMES, severityCounts, STATE_SIGNS, stateWords } from '../../parts/index.ts';
import { code, table, text } from '../text.ts';

const OUTCOME_SIGNS = { passed: '✓', failed: '✗', 'not-assessed': '?' } as const;
const REASONS = 3;

/** What is reported on, and whether the gate passed. */
export function verdict({
  plan,
  verdict: { outcome, because },
  asOf,
  scope,
  findings,
  undecided,
}: Report): string {
  const open = findings.filter(({ waiver }) => !waiver);
  const severities = severityCounts(open.map(({ severity }) => severity));
  const about = [
    plan ? `Deployment plan ${code(plan.title)}` : 'No deployment plan',
    ...(plan?.version == null ? [] : [`version ${code(plan.version)}`]),
    ...(plan?.owner == null ? [] : [`owned by ${code(plan.owner)}`]),
    ...(asOf === undefined ? [] : [`held against ${asOf}`]),
  ];
  return [
    `## ${OUTCOME_SIGNS[outcome]} Planproof: ${OUTCOMES[outcome].toLowerCase()}`,
    `${about.join(', ')}.`,
    because.map((reason) => `- ${text(reason)}`).join('\n'),
    ...(scope.length > 0 ? [`Looked at only: ${scope.map(code).join(', ')}.`] : []),
    `${count(open.length, 'finding')}${severities === '' ? '' : ` (${severities})`}, ${findings.length - open.length} waived, ${undecided.length} undecided.`,
  ].join('\n\n');
}

/** The six criteria with their counts, and why. */
export function scorecard({ criteria }: Report): string {
  const rows = criteria.map((criterion) => {
    const { id, title, state, because, evidence } = criterion;
    const shown = because.slice(0, REASONS).map(text);
    const more = because.length > REASONS ? [`And ${because.length - REASONS} more.`] : [];
    return [
      `${STATE_SIGNS[state]} ${stateWords(criterion)}`,
      `**${title}** ${code(id)}<br>${[...shown, ...more].join('<br>')}`,
      ...[evidence.examined, evidence.passed, evidence.violated, evidence.undecided, evidence.waived].map(
        String,
      ),
    ];
  });
  const headings = ['State', 'Criterion', 'Checks', 'Passed', 'Violated', 'Undecided', 'Waived'];
  return `### Criteria\n\n${table(headings, rows, [2, 3, 4, 5, 6])}`;
}
