import type { Report } from '../../assess/index.ts';
import { count, groupBy, OUTCOMES, severityCounts, visible, wrap } from '../parts/index.ts';
import type { Context } from './context.ts';
import { indent } from './frame.ts';

/** More names than this are counted. */
const NAMED = 3;

/** The gate in one sentence, what was looked at, and what to do next. */
export function verdictText(report: Report, context: Context): readonly string[] {
  const { verdict, totals, files, asOf, scope } = report;
  const { paint, width } = context;
  const examined = files.filter(({ status }) => status === 'examined').length;
  const [first = '', ...rest] = wrap(
    `${OUTCOMES[verdict.outcome]}: ${verdict.because.map(visible).join(' ')}`,
    width,
  );
  const looked = [
    `${examined} of ${count(totals.files, 'file')} examined`,
    count(totals.subjects, 'subject'),
    count(totals.examined, 'check'),
    ...(asOf === undefined ? [] : [`as of ${asOf}`]),
    ...(scope.length > 0 ? [`only ${scope.map(visible).join('; ')}`] : []),
  ];
  return [
    ...[first, ...rest].map((line) => paint.outcome[verdict.outcome](line)),
    ...wrap(`${looked.join(', ')}.`, width).map((line) => paint.faint(line)),
    ...next(report).flatMap((step) => {
      const [head = '', ...tail] = wrap(step, width - 2);
      return [`→ ${head}`, ...indent(tail, 2)];
    }),
  ];
}

/** One line over all findings: `4 findings (2 errors, 2 warnings), 1 waived, 3 undecided`. */
export function tally({ findings, undecided }: Report): string {
  const open = findings.filter(({ waiver }) => !waiver);
  const waived = findings.length - open.length;
  const severities = severityCounts(open.map(({ severity }) => severity));
  return [
    `${count(open.length, 'finding')}${severities === '' ? '' : ` (${severities})`}`,
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(undecided.length > 0 ? [`${undecided.length} undecided`] : []),
  ].join(', ');
}

function next({
  verdict,
  plan,
  findings,
  undecided,
  diagnostics,
  rules,
  waivers,
}: Report): readonly string[] {
  const steps: string[] = [];
  const open = findings.filter(({ waiver }) => !waiver);
  if (verdict.outcome === 'failed') {
    const errors = open.filter(({ severity }) => severity === 'error');
    const byRule = groupBy(errors.length > 0 ? errors : open, ({ rule }) => rule.id);
    const [rule = ''] = [...byRule].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
    steps.push(`Fix the findings above; "planproof explain ${rule}" tells why, and what to do.`);
  }
  if (verdict.outcome === 'passed') return steps;
  if (!plan)
    steps.push(
      'Draft a deployment plan with "planproof plan new", or name one with --plan: without it no criterion is assessed.',
    );
  if (diagnostics.some(({ level }) => level === 'error')) steps.push('Mend what could not be read.');
  if (undecided.length > 0) steps.push('State in the files what is undecided, or where Planproof finds it.');
  const bare = plan
    ? rules.filter(
        ({ rule, evidence, failure }) => rule.required && evidence.examined === 0 && failure === undefined,
      )
    : [];
  if (bare.length > 0)
    steps.push(
      `Write, or include in the check, what these rules examine: ${list(bare.map(({ rule }) => rule.id))}.`,
    );
  if (waivers.some(({ state }) => state === 'expired' || state === 'invalid'))
    steps.push('Renew or remove the waivers that no longer hold.');
  return steps;
}

function list(ids: readonly string[]): string {
  return ids.length <= NAMED
    ? ids.join(', ')
    : `${ids.slice(0, NAMED).join(', ')} and ${ids.length - NAMED} more`;
}
