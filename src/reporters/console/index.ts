/** The report for people at a terminal: what is wrong first, the scorecard and the verdict last, where the eye is. */
import type { Report } from '../../assess/index.ts';
import type { Diagnostic } from '../../source/index.ts';
import { count, redactionsOf } from '../parts/index.ts';
import type { RenderOptions, Reporter } from '../reporter.ts';
import { withoutCommands } from './commands.ts';
import { completenessText } from './completeness.ts';
import type { Context } from './context.ts';
import { diagnosticsLines } from './diagnostics.ts';
import { findingsText } from './findings.ts';
import { paintFor } from './paint.ts';
import { scorecard } from './scorecard.ts';
import { undecidedText } from './undecided.ts';
import { tally, verdictText } from './verdict.ts';
import { waiversText } from './waivers.ts';

export const consoleReporter: Reporter = {
  id: 'console',
  title: 'Text for people, with source lines and a scorecard',
  extension: 'txt',
  render: (report, options) => {
    const context = contextOf(report, options);
    const { findings, undecided, waivers, diagnostics, criteria } = report;
    const open = findings.filter(({ waiver }) => !waiver);
    const told = diagnostics.filter(({ level }) => level !== 'note');
    const untold = diagnostics.length - told.length;
    const lines = [
      ...findingsText(open, context),
      ...(context.quiet && open.length > 0 ? [''] : []),
      ...(context.quiet ? [] : section('Undecided', undecidedText(undecided, context), context)),
      ...(context.quiet ? [] : section('Waivers', waiversText(waivers, findings, context), context)),
      ...section('Not read as it should be', diagnosticsLines(told, context), context),
      ...(untold > 0
        ? [
            context.paint.faint(
              `${count(untold, 'file or part', 'files or parts')} left out knowingly; the html and json reports list them.`,
            ),
            '',
          ]
        : []),
      ...section('Plan', planText(report, context), context),
      ...section('Criteria', scorecard(criteria, context), context),
      context.paint.strong(tally(report)),
      ...verdictText(report, context),
    ];
    return withoutCommands(`${lines.join('\n')}\n`);
  },
};

/** Whether the plan states all that the task asks for, unless the caller asked for other rules only. */
function planText({ completeness, rules }: Report, context: Context): readonly string[] {
  const isAsked = !context.quiet && rules.some(({ rule }) => rule.id === 'plan/complete');
  return completeness && isAsked ? completenessText(completeness, context) : [];
}

/** Diagnostics alone, in the same manner. */
export function diagnosticsText(diagnostics: readonly Diagnostic[], options: RenderOptions): string {
  const context = contextOf({ findings: [], undecided: [] }, options);
  return withoutCommands([...diagnosticsLines(diagnostics, context), ''].map((line) => `${line}\n`).join(''));
}

function contextOf(report: Pick<Report, 'findings' | 'undecided'>, options: RenderOptions): Context {
  return {
    paint: paintFor(options.color),
    width: Math.max(40, options.width),
    quiet: options.quiet ?? false,
    redactions: redactionsOf(report),
  };
}

function section(title: string, lines: readonly string[], { paint }: Context): readonly string[] {
  return lines.length === 0 ? [] : [paint.strong(title), ...lines, ''];
}
