import { JOBS } from '../../../delivery/index.ts';
import type { Job } from './workflow.ts';

/** A job and those that it needs, directly or not, as far as jobs are looked at. */
export interface Requirements {
  readonly jobs: ReadonlySet<Job>;
  /** Why there may be more; finishes "unknown because …". */
  readonly cut: string | undefined;
}

const known = new WeakMap<Job, Requirements>();

/** What must run for a job to run: itself, and what it needs, nearest first. */
export function requirementsOf(job: Job): Requirements {
  const required = known.get(job) ?? requirementsFrom(job);
  known.set(job, required);
  return required;
}

function requirementsFrom(start: Job): Requirements {
  const jobs = new Set([start]);
  for (const job of jobs) {
    for (const id of job.needs) {
      const needed = job.workflow.jobs.get(id);
      if (needed) jobs.add(needed);
      if (jobs.size > JOBS) return { jobs, cut: `it needs more than ${JOBS} jobs` };
    }
  }
  return { jobs, cut: undefined };
}
