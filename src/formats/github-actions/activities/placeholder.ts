import type { CommandLine } from '../../../delivery/index.ts';
import type { FormatContext } from '../../format.ts';
import { createPlaceholderCheck as createCheck } from '../../placeholder-test.ts';
import type { Step } from '../read/run.ts';

/** Is a command's test script the one that a new package starts with, which tests nothing? */
export type IsPlaceholder = (step: Step, line: CommandLine) => boolean;

export function createPlaceholderCheck(context: FormatContext): IsPlaceholder {
  const check = createCheck(context);
  return (step, line) => check(line, step.run.job.workflow.root, folderOf(step));
}

function folderOf(step: Step): string | undefined {
  const { job } = step.run;
  const holders = [job.node, job.workflow.node].map((node) =>
    node.get('defaults', 'run', 'working-directory'),
  );
  const folders = [step.node.get('working-directory'), ...holders].map((node) => node.text);
  return folders.find((text) => text !== undefined);
}
