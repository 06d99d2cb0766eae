import type { DataNode } from '../../data-node.ts';
import type { JobRun, Step } from './run.ts';

const DEPTH = 12;
const BUDGET = 500;

/** Where an expression is evaluated: in a step, or in a job's own keys. */
export interface Scope {
  readonly run: JobRun;
  readonly step?: Step;
  /** How many values were followed to get here. */
  readonly depth: number;
  /** How many more may be followed, over all branches: values that repeat one another would grow without end. */
  readonly budget: { left: number };
}

export const scopeOf = (run: JobRun, step?: Step): Scope => ({
  run,
  ...(step && { step }),
  depth: 0,
  budget: { left: BUDGET },
});

/** Takes one from the budget; false when it is used up. */
export function follows(scope: Scope): boolean {
  return scope.depth <= DEPTH && scope.budget.left-- > 0;
}

/** The nearest `env` that sets a variable: the step's, the steps' that use its action, the job's, the workflow's. */
export function environmentVariable(name: string, { run, step }: Scope): DataNode | undefined {
  const { job } = run;
  const holders = [...(step ? [step.node, ...step.calls.toReversed()] : []), job.node, job.workflow.node];
  return holders.map((holder) => holder.get('env', name)).find((node) => node.exists);
}
