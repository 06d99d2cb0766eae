import { scalarText } from '../../data-node.ts';
import { known, type PipelineSurface } from '../../../model/index.ts';
import { stepsOf, type JobRun } from '../read/run.ts';

const SWITCH = 'ACTIONS_ALLOW_UNSECURE_COMMANDS';

/** Where `::set-env` and `::add-path` are let in again: any text that a step prints may then set its variables. */
export function printedCommandsOf(run: JobRun): PipelineSurface['printedCommands'] {
  const holders = [run.job.workflow.node, run.job.node, ...stepsOf(run).map(({ node }) => node)];
  return holders.flatMap((holder) => {
    const node = holder.get('env', SWITCH);
    return scalarText(node)?.trim().toLowerCase() === 'true' ? [{ variable: known(SWITCH, node.at) }] : [];
  });
}
