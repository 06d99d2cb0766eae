import type { Job } from './pipeline.ts';

/** The job that nothing holds: what starts it is what starts the chain. */
export function outermost(job: Job): Job {
  let top = job;
  while (top.parent) top = top.parent;
  return top;
}

/** `production/rollout`: job `rollout` of the stage, or of the pipeline that job, `production`. */
export function chainName(job: Job): string {
  const names: string[] = [];
  for (let up: Job | undefined = job; up; up = up.parent) names.unshift(up.id);
  return names.join('/');
}

/** Jobs looked at before or after one deploy; nobody has as many, and each deploy of a long chain looks at all of it. */
export const JOBS = 200;
