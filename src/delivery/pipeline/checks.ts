import { known, unknown, type CheckFacts, type Fact } from '../../model/index.ts';
import type { Activity, Job } from './pipeline.ts';

type Severity = 'low' | 'medium' | 'high' | 'critical';

/** From the least to the worst, with the words that tools have for them. */
const SEVERITIES: readonly (readonly [severity: Severity, words: readonly string[]])[] = [
  ['low', ['low', 'info', 'unknown', 'negligible', 'minor', 'note']],
  ['medium', ['medium', 'moderate', 'warning', 'major']],
  ['high', ['high', 'error', 'severe']],
  ['critical', ['critical', 'blocker']],
];
const FROM =
  /--(?:audit-level|severity-threshold|severity-cutoff|severity|fail-on-severity|fail-on|min(?:imum)?-severity)[=\s]\s{0,9}["']?([A-Za-z][A-Za-z,]{0,60})/;
const COVERAGE =
  /(?:--(?:cov-fail-under|fail-under-lines?|fail-under|threshold-total|min-coverage|coverage\.thresholds\.(?:lines|global\.lines))|\/p:Threshold)[=\s]\s{0,9}["']?(\d{1,3}(?:\.\d{1,3})?)/;
const CHECK_COVERAGE =
  /(?:nyc|c8)\s.{0,200}?check-coverage\s.{0,200}?--lines[=\s]\s{0,9}(\d{1,3}(?:\.\d{1,3})?)/;

/** What the tests and scans of a job let pass, as far as their commands say so. */
export function checksOf(job: Job): readonly CheckFacts[] {
  const found = new Map<string, CheckFacts>();
  for (const activity of job.activities()) {
    const { recognition, at } = activity;
    if (recognition.kind !== 'test' && recognition.kind !== 'scan') continue;
    const check: CheckFacts = {
      job: job.id,
      kind: recognition.kind,
      detail: recognition.detail,
      by: known(recognition.by, at),
      failsFrom: failsFrom(activity),
      coverage: coverageOf(activity),
    };
    const key = [
      recognition.kind,
      recognition.detail,
      recognition.by,
      JSON.stringify([check.failsFrom.value, check.coverage.value]),
    ].join(' ');
    if (!found.has(key)) found.set(key, check);
  }
  return [...found.values()];
}

function failsFrom({ line, at, recognition }: Activity): CheckFacts['failsFrom'] {
  if (recognition.kind !== 'scan') return known(null, at);
  if (!line) return unknown(`from which severity on ${recognition.by} fails is set in its inputs`, at);
  return known(severityIn(line.text), at);
}

function coverageOf({ line, at, recognition }: Activity): Fact<number | null> {
  return known(recognition.kind === 'test' && line ? coverageIn(line.text) : null, at);
}

/** The lowest severity that a command is told to fail from. */
export function severityIn(command: string): Severity | null {
  const words = FROM.exec(command)?.[1]?.toLowerCase().split(',') ?? [];
  return SEVERITIES.find(([, own]) => own.some((word) => words.includes(word)))?.[0] ?? null;
}

/** Percent of the code that a command is told to have covered. */
export function coverageIn(command: string): number | null {
  const written = (COVERAGE.exec(command) ?? CHECK_COVERAGE.exec(command))?.[1];
  return written === undefined ? null : Number(written);
}
