import type { Followed, Job, Unseen } from '../../../delivery/index.ts';
import { conditionOf } from '../activities/condition.ts';
import type { JobRun } from '../read/run.ts';
import type { Workflow } from '../read/workflow.ts';

/** `workflow_run` starts after other workflows, also when they failed. */
export function followedBy(
  run: JobRun,
  jobsOf: (workflow: Workflow) => readonly Job[],
): Followed | undefined {
  const { workflow } = run.job;
  const trigger = workflow.triggers.get('workflow_run');
  if (!trigger) return undefined;
  const names = trigger.get('workflows');
  const unseen: Unseen[] = [];
  const found: Workflow[] = [];
  for (const name of names.oneOrMoreTexts()) {
    const followed = run.library.named(workflow.root, name);
    found.push(...followed);
    if (followed.length > 0) continue;
    const reason = `it follows the workflow \`${name}\`, which is not among the files`;
    unseen.push({ reason, at: names.at });
  }
  return {
    jobs: found.flatMap(jobsOf),
    unseen,
    ignoring: { location: names.at, message: 'this workflow starts also after a failed run' },
  };
}

/** Asks for the success of the workflow that its own follows, itself or what it needs. */
export function asksForSuccess({ job }: JobRun): boolean {
  const asking = [job, ...job.needs.flatMap((id) => job.workflow.jobs.get(id) ?? [])];
  return asking.some(({ node }) => /workflow_run\.conclusion\s*==\s*'success'/.test(conditionOf(node) ?? ''));
}

/** Workflows that start after this one. */
export function followersOf({ job, library }: JobRun): readonly Workflow[] {
  const { workflow } = job;
  return library.workflows.filter((one) => {
    const names = one.triggers.get('workflow_run')?.get('workflows');
    return one.root === workflow.root && one !== workflow && names?.texts().includes(workflow.name);
  });
}
