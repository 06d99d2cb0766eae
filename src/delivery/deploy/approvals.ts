import { mistakeOf, type Mistake } from '../pipeline/mistake.ts';
import type { Job } from '../pipeline/pipeline.ts';

/** Steps that ask a person, while all that comes after starts without the answer. */
export function unawaitedApprovals(jobs: readonly Job[]): readonly Mistake[] {
  return jobs.flatMap((job) => {
    const asks = job.activities().find(({ recognition }) => recognition.kind === 'approval');
    if (!asks || isAwaited(job)) return [];
    return [mistakeOf('approval', `nothing waits for the answer that \`${job.id}\` asks for`, asks.at)];
  });
}

/** Does a job, or what holds it, end before others start? */
function isAwaited(job: Job): boolean {
  for (let up: Job | undefined = job; up; up = up.parent) if (up.usedBy().length > 0) return true;
  return false;
}
