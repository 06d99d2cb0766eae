import { known, unknown, type Fact } from '../../../model/index.ts';
import { conditionOf } from '../activities/condition.ts';
import type { DataNode } from '../../data-node.ts';
import { requirementsOf } from '../read/needs.ts';
import { outermost, type JobRun } from '../read/run.ts';

/** What a condition asks to know which branch or tag it is. */
const NAMED =
  /\bgithub\.(?:ref\b|ref_name\b|ref_type\b|ref_protected\b|base_ref\b|event\.(?:release\b|workflow_run\.head_branch\b|pull_request\.(?:base\b|merged\b)|repository\.default_branch\b|deployment\b))|\b(?:needs|steps|inputs|vars)\./i;
const EVENT = /\bgithub\.event_name\s*==\s*'(?!push'|pull_request)/i;

/** Does a job, or do steps of it, run for some branches or tags only? What a person starts on a branch is that person's doing. */
export function branchesLimitedOf(run: JobRun, steps: readonly DataNode[] = []): Fact<boolean> {
  const { header } = run.job.node;
  const holders = [...steps, ...holdersOf(run)];
  const asking = holders.find((holder) => {
    const condition = conditionOf(holder) ?? '';
    return NAMED.test(condition) || EVENT.test(condition);
  });
  if (asking) return known(true, asking.get('if').at);
  const open = openTrigger(outermost(run));
  if (!open) return known(true, header);
  const environment = holders.find((holder) => holder.get('environment').exists)?.get('environment');
  if (environment)
    return unknown('which branches may deploy to its environment is set outside the files', environment.at);
  return known(false, open.exists ? open.at : open.keyAt);
}

/** The job, what it needs, and what calls it: where one is skipped it is. */
function holdersOf(run: JobRun): readonly DataNode[] {
  const nodes: DataNode[] = [];
  for (let up: JobRun | undefined = run; up; up = up.caller)
    for (const { node } of requirementsOf(up.job).jobs) nodes.push(node);
  return nodes;
}

/** The event that starts it for any branch: each push, or each request. */
function openTrigger(run: JobRun): DataNode | undefined {
  const { triggers } = run.job.workflow;
  const push = triggers.get('push');
  if (push && !isFiltered(push)) return push;
  const request = triggers.get('pull_request');
  if (request && !asksForClosed(request)) return request;
  return undefined;
}

function isFiltered(push: DataNode): boolean {
  const only = push.get('branches').oneOrMoreTexts();
  if (push.has('branches')) return !only.some((one) => one === '**' || one === '*');
  return push.has('tags') || push.has('branches-ignore');
}

/** What happens once a request is merged or closed. */
function asksForClosed(request: DataNode): boolean {
  const types = request.get('types').oneOrMoreTexts();
  return types.length > 0 && types.every((one) => one === 'closed' || one === 'labeled');
}
