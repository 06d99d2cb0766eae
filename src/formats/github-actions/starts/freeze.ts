import { isFreezeName } from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { conditionOf } from '../activities/condition.ts';
import { stepsOf, type JobRun } from '../read/run.ts';

/** Nothing of GitHub's own knows of freezes; a step or a condition that speaks of them is taken to ask for one. */
export function asksForFreeze(run: JobRun): Fact<boolean> {
  for (let up: JobRun | undefined = run; up; up = up.caller) {
    const jobs = new Set([up.job]);
    for (const job of jobs) {
      const found = spokenOf(job.node, job.id) ?? firstStep({ ...up, job });
      if (found) return unknown(`\`${found.text}\` may ask for it`, found.node.at);
      for (const id of job.needs) {
        const needed = job.workflow.jobs.get(id);
        if (needed) jobs.add(needed);
      }
    }
  }
  return known(false, run.job.node.header);
}

interface Spoken {
  readonly text: string;
  readonly node: DataNode;
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
