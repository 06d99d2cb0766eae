import { known, unknown, type Fact } from '../../../model/index.ts';
import { runsByName, type JobRun } from '../read/workflow.ts';

/** More jobs before one than a workflow has. */
const MOST = 1_000;

/** Does a job run for some branches or tags only, by its own filters, those of what it requires, or its workflow? */
export function branchesLimitedOf(run: JobRun): Fact<boolean> {
  const { workflow, entry } = run;
  const { node } = workflow;
  const scheduled = node.get('triggers');
  if (scheduled.exists) return known(true, scheduled.at);
  const byName = runsByName(workflow);
  const before = new Set([run]);
  for (const one of before) {
    if (before.size > MOST) break;
    const branches = one.given.get('filters', 'branches');
    const only = branches.get('only').oneOrMoreTexts();
    const limits = only.length > 0 ? only : branches.get('ignore').oneOrMoreTexts();
    if (limits.length > 0 && !(only.length > 0 && only.some((text) => text === '/.*/')))
      return known(true, branches.at);
    for (const need of one.needs) for (const other of byName.get(need) ?? []) before.add(other);
  }
  const condition = ['when', 'unless'].map((name) => node.get(name)).find((one) => one.exists);
  if (condition) return unknown('a condition decides when its workflow runs', condition.at);
  const context = run.given.get('context');
  if (context.exists)
    return unknown('for which branches its contexts are there is set outside the files', context.at);
  return known(false, entry.header);
}
