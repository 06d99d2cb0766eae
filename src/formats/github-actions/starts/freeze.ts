import { isFreezeName } from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { conditionOf } from '../activities/condition.ts';
import { requirementsOf } from '../read/needs.ts';
import { stepsOf, type JobRun } from '../read/run.ts';
import type { Job } from '../read/workflow.ts';

/** Nothing of GitHub's own knows of freezes; a step or a condition that speaks of them is taken to ask for one. */
export function asksForFreeze(run: JobRun): Fact<boolean> {
  const { header } = run.job.node;
  let hidden: Fact<boolean> | undefined;
  for (let up: JobRun | undefined = run; up; up = up.caller) {
    const { jobs, cut } = requirementsOf(up.job);
    for (const job of jobs) {
      const found = spokenIn({ ...up, job });
      if (found) return unknown(`\`${found.text}\` may ask for it`, found.node.at);
    }
    if (cut !== undefined) hidden ??= unknown(cut, header);
  }
  return hidden ?? known(false, header);
}

interface Spoken {
  readonly text: string;
  readonly node: DataNode;
}

const spoken = new WeakMap<Job, Spoken | 'nothing'>();

/** Every deploy of a long chain looks at all of it. */
function spokenIn(run: JobRun): Spoken | undefined {
  const { job } = run;
  const found = spoken.get(job) ?? spokenOf(job.node, job.id) ?? firstStep(run) ?? 'nothing';
  spoken.set(job, found);
  return found === 'nothing' ? undefined : found;
}

function firstStep(run: JobRun): Spoken | undefined {
  for (const { node } of stepsOf(run)) {
    const found = spokenOf(node, node.get('id').text ?? '');
    if (found) return found;
  }
  return undefined;
}

function spokenOf(node: DataNode, id: string): Spoken | undefined {
  if (isFreezeName(id)) return { text: id, node };
  for (const key of ['name', 'uses', 'run']) {
    const one = node.get(key);
    const text = one.text?.split('\n').find(isFreezeName);
    if (text !== undefined) return { text: text.trim(), node: one };
  }
  const condition = conditionOf(node);
  return condition !== undefined && isFreezeName(condition)
    ? { text: condition, node: node.get('if') }
    : undefined;
}
