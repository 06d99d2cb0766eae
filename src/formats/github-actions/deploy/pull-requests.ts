import type { StageKind } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { Recognize } from '../activities/activity.ts';
import type { Library } from '../read/library.ts';
import type { Workflow } from '../read/workflow.ts';

/** A stage of a kind that can stop pull requests, in another workflow of the same repository. */
export type PullRequestStages = (
  kind: StageKind,
  workflow: Workflow,
) => { readonly path: string; readonly at: Location } | undefined;

const EVENTS = ['pull_request', 'pull_request_target', 'merge_group'];

export function createPullRequestStages(library: Library, recognize: Recognize): PullRequestStages {
  const checks = library.workflows.filter(({ triggers }) => EVENTS.some((event) => triggers.has(event)));
  const found = new Map<Workflow, ReadonlyMap<StageKind, Location>>();
  return (kind, workflow) => {
    for (const check of checks) {
      if (check.root !== workflow.root || check === workflow) continue;
      const stages = found.get(check) ?? stagesOf(check, library, recognize);
      found.set(check, stages);
      const at = stages.get(kind);
      if (at) return { path: check.path, at };
    }
    return undefined;
  };
}

function stagesOf(
  workflow: Workflow,
  library: Library,
  recognize: Recognize,
): ReadonlyMap<StageKind, Location> {
  const stages = new Map<StageKind, Location>();
  for (const job of workflow.jobs.values()) {
    for (const { recognition, blocking, at } of recognize({ job, library, caller: undefined })) {
      if (blocking.value === false) continue;
      if (recognition.kind === 'test' && !stages.has('test')) stages.set('test', at);
      if (recognition.kind === 'scan' && !stages.has('scan')) stages.set('scan', at);
    }
  }
  return stages;
}
