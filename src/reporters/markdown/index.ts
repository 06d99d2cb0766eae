/** A summary for a comment on a change, and for those who keep the record of a review. */
import type { Report } from '../../assess/index.ts';
import type { Reporter } from '../reporter.ts';
import { Limited } from './limit.ts';
import { matrix, reasons } from './sections/coverage.ts';
import { diagnostics, findings, undecided, waivers } from './sections/findings.ts';
import { scorecard, verdict } from './sections/verdict.ts';
import { code } from './text.ts';

export const markdownReporter: Reporter = {
  id: 'markdown',
  title: 'A summary in Markdown, short enough for a comment on a change',
  extension: 'md',
  render,
};

/** The most important first, since what comes last is what is left out. */
function render(report: Report): string {
  const { coverage, tool, totals, plan } = report;
  const out = new Limited();
  out.add(verdict(report));
  out.add(scorecard(report));
  if (coverage) out.list('### What is monitored', matrix(coverage), '\n\n');
  out.list('### Findings', findings(report), '\n\n');
  if (coverage) out.list('### What is not monitored, or not known to be', reasons(coverage), '\n');
  out.list('### Not read, or not as it should be', diagnostics(report), '\n');
  out.list('### Undecided: the files do not tell', undecided(report), '\n');
  out.list('### Waivers', waivers(report), '\n');
  const hashes = [
    ...(plan ? [`plan ${code(plan.sha256.slice(0, 16))}`] : []),
    `policies ${code(tool.policyDigest.slice(0, 16))}`,
  ];
  return out.end(
    `<sub>Planproof ${code(tool.version)}: ${totals.examined} checks of ${totals.subjects} subjects in ${totals.files} files; ${hashes.join(', ')}.</sub>`,
  );
}
