import { mistakeOf, type Mistake } from '../../delivery/index.ts';
import type { DataNode } from '../data-node.ts';
import { deploymentOf } from './job/deployment.ts';
import type { PipelineRead } from './read/config.ts';

/**
 * Environments that several steps or stages of one pipeline deploy to: Bitbucket refuses it ("occurs multiple times in
 * the pipeline", https://jira.atlassian.com/browse/BCLOUD-18931). The steps of a stage share its own.
 */
export function repeatedDeployments({ units }: PipelineRead): readonly Mistake[] {
  const holders = new Map<string, DataNode>();
  const seen = new Set<DataNode>();
  return units.flat().flatMap((step) => {
    const deployment = deploymentOf(step);
    const holder = step.node.get('deployment').text === undefined ? step.stage : step.node;
    if (deployment?.text === undefined || !holder || seen.has(holder)) return [];
    seen.add(holder);
    const { text, at } = deployment;
    if (!holders.has(text)) {
      holders.set(text, holder);
      return [];
    }
    const problem = `\`${step.id}\` deploys to \`${text}\`, as a step before it does, which Bitbucket refuses`;
    return [mistakeOf('call', problem, at)];
  });
}
