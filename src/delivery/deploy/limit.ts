import { known, unknown, type Fact } from '../../model/index.ts';
import type { Activity, Job } from '../pipeline/pipeline.ts';

/** Minutes after which a deploy is ended: its job's, or those of the steps that deploy. */
export function timeLimitOf(job: Job, deploys: readonly Activity[]): Fact<number | null> {
  const { header, pipeline } = job;
  if (!job.timeLimit) return unknown(`time limits of ${pipeline.system} are not read`, header);
  const own = job.timeLimit();
  if (typeof own.value === 'number') return own;
  let longest: Fact<number | null> = known(0);
  for (const { timeLimit } of deploys) {
    if (timeLimit === undefined || timeLimit.value === null) return own;
    if (typeof timeLimit.value !== 'number') return timeLimit;
    if (typeof longest.value === 'number' && timeLimit.value > longest.value) longest = timeLimit;
  }
  return longest.value === 0 ? own : longest;
}
