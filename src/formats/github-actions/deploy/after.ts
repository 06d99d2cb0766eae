import { isUnknown, known, unknown, type Fact } from '../../../model/index.ts';
import type { Activity, Recognize } from '../activities/activity.ts';
import type { JobRun } from '../read/run.ts';
import type { Workflow } from '../read/workflow.ts';

/** Jobs looked at after one deploy. */
const JOBS = 200;

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
    const after = needing(workflow, up.job.id);
    for (const id of after) {
      const job = workflow.jobs.get(id);
      if (job) found.push({ ...up, job }, ...calledRuns({ ...up, job }));
    }
    if (!up.caller) found.push(...workflowFollowers(up));
  }
  return found;
}

/** Jobs of a workflow that need a job, directly or not. */
function needing(workflow: Workflow, start: string): ReadonlySet<string> {
  const found = new Set([start]);
  for (const id of found) {
    for (const user of workflow.users.get(id) ?? []) if (found.size <= JOBS) found.add(user);
  }
  found.delete(start);
  return found;
}

/** Jobs of the workflow that a job calls, and so on; a workflow that calls itself is entered once. */
function calledRuns(run: JobRun): readonly JobRun[] {
  const found: JobRun[] = [];
  const seen = new Set([run.job.workflow]);
  const waiting = [run];
  for (let next = waiting.pop(); next && found.length < JOBS; next = waiting.pop()) {
    const { library, job } = next;
    const callee = library.calledBy(job);
    if (!callee || seen.has(callee)) continue;
    seen.add(callee);
    const inner = [...callee.jobs.values()].map((one) => ({ job: one, library, caller: next }));
    found.push(...inner);
    waiting.push(...inner);
  }
  return found;
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
