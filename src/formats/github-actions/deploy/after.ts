import { isUnknown, known, unknown, type Fact } from '../../../model/index.ts';
import type { Activity, Recognize } from '../activities/activity.ts';
import type { JobRun } from '../read/run.ts';

/** Is the deploy followed by a look at whether it works? */
export function verifiedAfter(
  run: JobRun,
  deploys: readonly Activity[],
  recognize: Recognize,
): Fact<boolean> {
  const [first] = deploys;
  const itself = deploys.find(({ recognition }) => recognition.verifies);
  if (itself) return known(true, itself.at);
  const own = recognize(run);
  const later = first ? own.slice(own.indexOf(first) + 1) : [];
  const followers = followersOf(run);
  const candidates = [...later, ...followers.flatMap(recognize)].filter(isVerification);
  const sure = candidates.find(({ blocking }) => blocking.value === true);
  if (sure) return known(true, sure.at);
  for (const { blocking, at } of candidates) {
    if (isUnknown(blocking.value)) return unknown(blocking.value.unknown, blocking.at ?? at);
  }
  const hidden = [run, ...followers].find(
    ({ job, library }) => job.uses !== undefined && !library.calledBy(job),
  );
  if (hidden?.job.uses !== undefined) {
    const reason = `job \`${hidden.job.id}\` calls \`${hidden.job.uses}\`, which is not among the files`;
    return unknown(reason, hidden.job.node.get('uses').at);
  }
  const related = candidates.map(({ at }) => ({ location: at, message: 'its failure does not show' }));
  return known(false, first?.at ?? run.job.node.header, related);
}

function isVerification({ recognition, onFailure }: Activity): boolean {
  return !onFailure && (recognition.kind === 'verify' || recognition.kind === 'test');
}

/** Jobs that run after a job: those that need it, directly or not, also on its callers' level, and what follows its workflow. */
function followersOf(run: JobRun): readonly JobRun[] {
  const found: JobRun[] = [];
  for (let up: JobRun | undefined = run; up; up = up.caller) {
    const { workflow } = up.job;
    const after = new Set([up.job.id]);
    for (let size = 0; size !== after.size;) {
      size = after.size;
      for (const job of workflow.jobs.values()) if (job.needs.some((id) => after.has(id))) after.add(job.id);
    }
    after.delete(up.job.id);
    for (const id of after) {
      const job = workflow.jobs.get(id);
      if (job) found.push({ ...up, job }, ...calledRuns({ ...up, job }, 0));
    }
    if (!up.caller) found.push(...workflowFollowers(up));
  }
  return found;
}

function calledRuns(run: JobRun, depth: number): readonly JobRun[] {
  const callee = run.library.calledBy(run.job);
  if (!callee || depth > 8) return [];
  const inner = [...callee.jobs.values()].map((job) => ({ job, library: run.library, caller: run }));
  return [...inner, ...inner.flatMap((one) => calledRuns(one, depth + 1))];
}

function workflowFollowers({ job, library }: JobRun): readonly JobRun[] {
  const { workflow } = job;
  const followers = library.workflows.filter((one) => {
    const names = one.triggers.get('workflow_run')?.get('workflows');
    return one.root === workflow.root && one !== workflow && names?.texts().includes(workflow.name);
  });
  return followers.flatMap((one) =>
    [...one.jobs.values()].map((inner) => ({ job: inner, library, caller: undefined })),
  );
}
