import type { ActionFile, Job, Workflow } from './workflow.ts';

/** A job that calls a reusable workflow of the tree. */
export interface CallSite {
  readonly job: Job;
  readonly callee: Workflow;
}

/** All workflows and actions of the tree, and who uses whom. */
export interface Library {
  readonly workflows: readonly Workflow[];
  readonly actions: readonly ActionFile[];
  /** Variables that scripts set, by script: read once. */
  readonly scripts: Map<string, ReadonlyMap<string, string>>;
  /** The workflow that a job calls, when it is in the tree. */
  calledBy(job: Job): Workflow | undefined;
  /** The jobs that call a workflow. */
  callersOf(workflow: Workflow): readonly Job[];
  /** The action that `uses: ./folder` names from a workflow's repository. */
  actionAt(root: string, uses: string): ActionFile | undefined;
  /** Workflows of a name, in the same repository. */
  named(root: string, name: string): readonly Workflow[];
}

export function createLibrary(workflows: readonly Workflow[], actions: readonly ActionFile[]): Library {
  const byPath = new Map(workflows.map((workflow) => [workflow.path, workflow]));
  const byFolder = new Map(actions.map((action) => [action.folder, action]));
  const calledBy = (job: Job): Workflow | undefined =>
    job.uses === undefined ? undefined : byPath.get(localPath(job.workflow.root, job.uses) ?? '');
  const callers = new Map<Workflow, Job[]>();
  for (const workflow of workflows) {
    for (const job of workflow.jobs.values()) {
      const callee = calledBy(job);
      if (callee) callers.set(callee, [...(callers.get(callee) ?? []), job]);
    }
  }
  return {
    workflows,
    actions,
    scripts: new Map(),
    calledBy,
    callersOf: (workflow) => callers.get(workflow) ?? [],
    actionAt: (root, uses) => byFolder.get(localPath(root, uses) ?? '\0'),
    named: (root, name) => workflows.filter((one) => one.root === root && one.name === name),
  };
}

/** The path in the tree that `./.github/workflows/x.yml` means; undefined for what is not local. */
function localPath(root: string, uses: string): string | undefined {
  if (!isLocal(uses)) return undefined;
  const relative = uses.slice(2).replace(/\/+$/, '');
  return root + relative;
}

/** `./path` is in the same repository; `$/path` is its newer spelling. */
export function isLocal(uses: string): boolean {
  return uses.startsWith('./') || uses.startsWith('$/');
}

/** `owner/repo/path@ref` without the ref; an image without `docker://`, tag and digest. */
export function actionName(uses: string): string {
  if (uses.startsWith('docker://'))
    return uses
      .slice(9)
      .replace(/@.*$/, '')
      .replace(/:[^/:]*$/, '');
  const at = uses.indexOf('@');
  return (at < 0 ? uses : uses.slice(0, at)).replace(/\/+$/, '');
}
