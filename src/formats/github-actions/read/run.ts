import type { DataNode } from '../../data-node.ts';
import { isLocal, type Library } from './library.ts';
import type { ActionFile, Job, Workflow } from './workflow.ts';

/** A job as it runs: by itself, or because a job of another workflow calls its workflow. */
export interface JobRun {
  readonly job: Job;
  readonly library: Library;
  /** The run of the calling job. */
  readonly caller: JobRun | undefined;
}

/** One step as it runs; those of composite actions stand in for the step that uses the action. */
export interface Step {
  readonly run: JobRun;
  readonly node: DataNode;
  /** Steps that use the composite actions it stands in, outermost first. */
  readonly calls: readonly DataNode[];
  /** Steps among which its `steps.<id>` is looked up. */
  readonly siblings: readonly DataNode[];
  /** The composite action and the step that uses it, for `inputs.<name>`. */
  readonly inside: { readonly action: ActionFile; readonly user: Step } | undefined;
}

/** Reusable workflows may call one another; GitHub allows four levels. */
const CALLS = 10;
const ACTIONS = 8;
/** Steps of one job with those of its actions; actions that use one another would multiply them. */
const STEPS = 5_000;
/** Runs of one job, over all its callers. */
const RUNS = 100;

/** How a workflow comes to run: by its own events, and once for each chain of callers. */
export function runsOf(library: Library, workflow: Workflow): readonly (JobRun | undefined)[] {
  const chains = callChains(library, workflow, new Set(), 0);
  const alone = [...workflow.triggers.keys()].some((event) => event !== 'workflow_call');
  return alone || chains.length === 0 ? [undefined, ...chains] : chains;
}

function callChains(
  library: Library,
  workflow: Workflow,
  seen: ReadonlySet<Workflow>,
  depth: number,
): JobRun[] {
  if (depth > CALLS || seen.has(workflow)) return [];
  const chain = new Set([...seen, workflow]);
  const runs: JobRun[] = [];
  for (const job of library.callersOf(workflow)) {
    if (chain.has(job.workflow)) continue;
    const above = callChains(library, job.workflow, chain, depth + 1);
    const alone = [...job.workflow.triggers.keys()].some((event) => event !== 'workflow_call');
    for (const caller of alone || above.length === 0 ? [undefined, ...above] : above) {
      if (runs.length < RUNS) runs.push({ job, library, caller });
    }
  }
  return runs;
}

/** The run that nothing calls: what starts it is what starts the chain. */
export function outermost(run: JobRun): JobRun {
  let top = run;
  while (top.caller) top = top.caller;
  return top;
}

const unfolded = new WeakMap<JobRun, readonly Step[]>();

/** The steps of a job, composite actions of the tree unfolded. */
export function stepsOf(run: JobRun): readonly Step[] {
  const steps = unfolded.get(run) ?? unfoldedSteps(run);
  unfolded.set(run, steps);
  return steps;
}

function unfoldedSteps(run: JobRun): readonly Step[] {
  const siblings = run.job.node.get('steps').items();
  const steps: Step[] = [];
  for (const node of siblings)
    unfold({ run, node, calls: [], siblings, inside: undefined }, new Set(), steps);
  return steps;
}

function unfold(step: Step, seen: ReadonlySet<ActionFile>, steps: Step[]): void {
  if (steps.length >= STEPS) return;
  steps.push(step);
  const uses = step.node.get('uses').text;
  if (uses === undefined || !isLocal(uses)) return;
  const action = step.run.library.actionAt(step.run.job.workflow.root, uses);
  if (!action?.composite || seen.has(action) || seen.size > ACTIONS) return;
  const siblings = action.node.get('runs', 'steps').items();
  const calls = [...step.calls, step.node];
  const inside = { action, user: step };
  for (const node of siblings)
    unfold({ run: step.run, node, calls, siblings, inside }, new Set([...seen, action]), steps);
}
