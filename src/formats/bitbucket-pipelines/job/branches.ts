import { known, unknown, type Fact } from '../../../model/index.ts';
import type { PipelineRead } from '../read/config.ts';
import type { Step } from '../read/step.ts';
import { deploymentOf } from './deployment.ts';

/** Does a step run for some branches or tags only, by the section that it stands in? */
export function branchesLimitedOf(step: Step, { section, pattern, node }: PipelineRead): Fact<boolean> {
  if (section === 'shared') return unknown('pipelines that import it are not among the files', step.header);
  const all = section === 'default' || section === 'pull-requests' || /^\*{1,2}$/.test(pattern);
  if (!all || section === 'tags' || section === 'custom') return known(true, node.header);
  const deployment = deploymentOf(step);
  if (deployment)
    return unknown('which branches may deploy to its environment is set outside the files', deployment.at);
  return known(false, step.header);
}
