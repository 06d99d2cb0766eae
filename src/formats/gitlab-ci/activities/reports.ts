import {
  activityOf,
  plainRecognition,
  type Activity,
  type Recognition,
  type StepWords,
} from '../../../delivery/index.ts';
import type { Value } from '../read/value.ts';
import reports from './reports.json' with { type: 'json' };

interface Report {
  readonly kind: 'test' | 'scan';
  readonly detail: string;
}

const REPORTS = new Map(Object.entries(reports) as unknown as readonly (readonly [string, Report])[]);

/** A test or scanner nobody knows shows by the report that it leaves, where its job was not seen to do the same. */
export function reportsOf(job: Value, seen: readonly Activity[], words: StepWords): readonly Activity[] {
  return job
    .get('artifacts', 'reports')
    .entries()
    .flatMap(([name, value]) => {
      const report = REPORTS.get(name);
      if (!report || !value.exists) return [];
      const isSeen = seen.some(({ recognition: { kind, detail } }) => {
        return kind === report.kind && (kind === 'test' || detail === report.detail);
      });
      return isSeen ? [] : [activityOf(words, recognition(report, name), value.header)];
    });
}

/** What a scanner leaves as a report is shown in the merge request. */
export function withReported(job: Value, activities: readonly Activity[]): readonly Activity[] {
  const entries = job.get('artifacts', 'reports').entries();
  if (!entries.some(([name, value]) => value.exists && REPORTS.get(name)?.kind === 'scan')) return activities;
  return activities.map((one) => (one.recognition.kind === 'scan' ? { ...one, reported: true } : one));
}

/** GitLab's analyzers end well whatever they find: findings wait in the merge request for whoever must approve it. */
function recognition({ kind, detail }: Report, name: string): Recognition {
  const plain = plainRecognition(kind, `artifacts:reports:${name}`, detail);
  return kind === 'scan' ? { ...plain, failure: 'outside' } : plain;
}
