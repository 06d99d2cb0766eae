import type { Recognition } from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { Failure, ShellOptions } from '../../../syntax/shell/index.ts';
import type { DataNode } from '../../data-node.ts';
import { shellOf } from '../read/shell-values.ts';
import type { Step } from '../read/run.ts';
import { chainOf } from './condition.ts';

/** Does a failure here fail the job? */
export function blockingOf(
  recognition: Recognition,
  holders: readonly DataNode[],
  failure: Failure,
  at: Location,
): Fact<boolean> {
  if (recognition.failure === 'never') return known(false, at);
  for (const holder of holders) {
    const node = holder.get('continue-on-error');
    if (node.value === true) return known(false, node.at);
    if (node.text !== undefined) return unknown(`\`${node.text}\` decides whether a failure counts`, node.at);
  }
  if (failure === 'ignored') return known(false, at);
  if (failure === 'decides') return unknown('its result only decides a condition of its script', at);
  if (recognition.failure === 'outside') {
    return unknown(`whether the findings of \`${recognition.by}\` fail the job is set outside the files`, at);
  }
  return known(true, at);
}

/** Where `continue-on-error` can stand for a step: its job, the steps that use its composite action, itself. */
export const holdersOf = (step: Step): readonly DataNode[] => [step.run.job.node, ...chainOf(step)];

/** GitHub starts scripts with `bash -e`, with `pipefail` only where the shell is named. */
export function shellOptionsOf(step: Step): ShellOptions {
  const shell = shellOf(step);
  if (shell === undefined) return { errexit: true, pipefail: false };
  if (!shell.includes('{0}')) return { errexit: true, pipefail: shell === 'bash' };
  return {
    errexit: /(?:^|\s)-[a-z]*e/.test(shell) || !/\b(?:ba)?sh\b/.test(shell),
    pipefail: shell.includes('pipefail'),
  };
}
