import type { Activity, Recognition, StepWords } from '../../../delivery/index.ts';
import type { Input } from './commands.ts';

const REPORT = /^PublishTestResults@/i;
const SCANS: readonly (readonly [detail: string, pattern: RegExp])[] = [
  ['infrastructure', /checkov|tfsec|terrascan|kics|\biac\b/i],
  ['container', /trivy|grype|\bimage scan/i],
  ['dependencies', /dependency[-_ ]?check|owasp|snyk|vulnerab/i],
  ['dast', /\bzap\b|\bdast\b/i],
  ['sast', /\bscan|\bsecurity\b|\bsast\b/i],
];

/** What scanners find is published as tests are; what names a scanner is a scan. */
export function asScan(recognition: Recognition, input: Input, names: string): Recognition {
  if (!REPORT.test(recognition.by)) return recognition;
  const [title = '', files = ''] = [input('testRunTitle'), input('testResultsFiles')];
  const own = SCANS.find(([, pattern]) => pattern.test(`${title} ${files}`));
  const [detail] = own ?? (title === '' ? SCANS.find(([, pattern]) => pattern.test(names)) : undefined) ?? [];
  return detail === undefined ? recognition : { ...recognition, kind: 'scan', detail };
}

/** A report that fails nothing does not say that the failures it reports are let pass, whatever its step says. */
export const reporting = (words: StepWords, { by, failure }: Recognition): StepWords =>
  REPORT.test(by) && failure === 'outside' ? { ...words, tolerated: undefined } : words;

/** A report of tests stands for them where none was recognized whose failure may count. */
export function reportsOf(activities: readonly Activity[]): readonly Activity[] {
  const isReport = ({ recognition: { kind, by } }: Activity): boolean => kind === 'test' && REPORT.test(by);
  const tested = activities.some(
    (one) => one.recognition.kind === 'test' && !isReport(one) && one.blocking.value !== false,
  );
  return tested ? activities.filter((one) => !isReport(one)) : activities;
}
