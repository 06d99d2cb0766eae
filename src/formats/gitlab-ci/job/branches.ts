import { known, unknown, type Fact } from '../../../model/index.ts';
import type { JobRun } from '../pipeline/run.ts';
import { CONTEXTS } from '../rules/context.ts';

/** Does a job run for the default branch and tags only? */
export function branchesLimitedOf({ plan, name, within }: JobRun): Fact<boolean> {
  const { config } = plan;
  const at = config.job(name).header;
  const open = CONTEXTS.some(
    ({ branch, request }, index) => (branch === 'other' || request) && (within & (1 << index)) !== 0,
  );
  if (!open) return known(true, at);
  const elsewhere = config.foreign.length > 0 && !config.top.get('workflow').exists;
  if (config.isPart || elsewhere)
    return unknown('`workflow` may stand in a file that is not among these', at);
  return known(false, at);
}
