import type { Report } from '../../assess/index.ts';
import type { Range, SourceFile } from '../../source/index.ts';

/** Places whose text must not be shown: a report must not spread the secrets that it found. */
export type Redactions = ReadonlyMap<SourceFile, readonly Range[]>;

/** Where rules of the domain `secrets` point: no report repeats the text there. */
export function redactionsOf(report: Pick<Report, 'findings' | 'undecided'>): Redactions {
  const redactions = new Map<SourceFile, Range[]>();
  for (const { rule, location } of [...report.findings, ...report.undecided]) {
    if (!rule.id.startsWith('secrets/')) continue;
    const ranges = redactions.get(location.file) ?? [];
    ranges.push(location.file.rangeOf(location.span));
    redactions.set(location.file, ranges);
  }
  return redactions;
}

/** Does any of these lines hold something that must not be shown? */
export function isRedacted(redactions: Redactions, file: SourceFile, first: number, last: number): boolean {
  return (redactions.get(file) ?? []).some(({ start, end }) => start.line <= last && end.line >= first);
}
