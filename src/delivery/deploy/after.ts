import { isUnknown, known, unknown, type Fact } from '../../model/index.ts';
import type { Activity, Job } from '../pipeline/pipeline.ts';
import { JOBS } from '../pipeline/run.ts';

/** Is the deploy followed by a look at whether it works? */
export function verifiedAfter(job: Job, deploys: readonly Activity[]): Fact<boolean> {
  const [first] = deploys;
  const itself = deploys.find(({ recognition }) => recognition.verifies);
  if (itself) return known(true, itself.at);
  const own = job.activities();
  // A job that may fail, as a button that nobody must press, fails for all to see.
  const later = (first ? own.slice(own.indexOf(first) + 1) : []).map((one) =>
    one.failsJob ? { ...one, blocking: one.failsJob } : one,
  );
  const followers = followersOf(job);
  const candidates = [...later, ...followers.flatMap((one) => one.activities())].filter(isVerification);
  const sure = candidates.find(({ blocking }) => blocking.value === true);
  if (sure) return known(true, sure.at);
  for (const { blocking, at } of candidates) {
    if (isUnknown(blocking.value)) return unknown(blocking.value.unknown, blocking.at ?? at);
  }
  const hidden = [job, ...followers].find(({ elsewhere }) => elsewhere)?.elsewhere;
  if (hidden) return unknown(hidden.reason, hidden.at);
  const related = candidates.map(({ at }) => ({ location: at, message: 'its failure does not show' }));
  return known(false, first?.at ?? job.header, related);
}

function isVerification({ recognition, onFailure }: Activity): boolean {
  return !onFailure && (recognition.kind === 'verify' || recognition.kind === 'test');
}

/** Jobs that run after a job: those that need it, directly or not, also on its parents' level, and what follows its pipeline. */
export function followersOf(job: Job): readonly Job[] {
  const found: Job[] = [];
  for (let up: Job | undefined = job; up; up = up.parent) {
    for (const user of usersOf(up)) found.push(user, ...innerJobs(user));
    if (!up.parent) found.push(...up.followers());
  }
  return found;
}

/** Jobs that need a job, directly or not. */
function usersOf(start: Job): ReadonlySet<Job> {
  const found = new Set([start]);
  for (const job of found) {
    if (found.size > JOBS) break;
    for (const user of job.usedBy()) {
      if (found.size > JOBS) break;
      found.add(user);
    }
  }
  found.delete(start);
  return found;
}

/** What a job consists of, and what that consists of, as far as there is an end. */
function innerJobs(start: Job): readonly Job[] {
  const found: Job[] = [];
  const waiting = [start];
  for (let next = waiting.pop(); next && found.length < JOBS; next = waiting.pop()) {
    const inner = next.inner();
    found.push(...inner);
    waiting.push(...inner);
  }
  return found;
}
