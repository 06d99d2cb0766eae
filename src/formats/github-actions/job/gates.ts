import { known, unknown, type Fact } from '../../../model/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { outermost, type JobRun } from '../read/run.ts';

import { environmentNode } from './environment.ts';

/** Must someone approve? An environment's protection is set in GitHub, not in the workflow. */
export function approvalOf(run: JobRun, target: string | undefined): Fact<'required' | 'none'> {
  const environment = environmentNode(run);
  if (!environment) return known('none', run.job.node.header);
  const name = target ?? scalarText(environment) ?? '';
  const reason = `who must approve environment \`${name}\` is set outside the files (GitHub environment protection)`;
  return unknown(reason, environment.at);
}

/** Can two runs deploy at once, or is a running one canceled? Callers' groups hold for what they call. */
export function serializedOf(run: JobRun): Fact<boolean> {
  const nodes: DataNode[] = [];
  for (let up: JobRun | undefined = run; up; up = up.caller) {
    nodes.push(up.job.node.get('concurrency'), up.job.workflow.node.get('concurrency'));
  }
  const groups = nodes.filter((node) => node.exists);
  const [first] = groups;
  if (!first) return known(false, run.job.node.header);
  for (const group of groups) {
    const cancel = group.get('cancel-in-progress');
    if (cancel.value === true) {
      if (!isOfPullRequest(group, run)) return known(false, cancel.at);
      return unknown('a newer run for the same pull request cancels it, as previews may be', cancel.at);
    }
    if (
      cancel.text !== undefined &&
      cancel.text.trim() !== '' &&
      !/^\$\{\{\s*false\s*\}\}$/.test(cancel.text)
    ) {
      return unknown(`\`${cancel.text}\` decides whether a running deployment is canceled`, cancel.at);
    }
  }
  const shared = groups.find((group) => !isUnique(group));
  return shared ? known(true, shared.at) : known(false, first.at);
}

/** One group for each pull request: what is deployed for it may be a preview, which the next commit replaces. */
function isOfPullRequest(group: DataNode, run: JobRun): boolean {
  const name = group.text ?? group.get('group').text ?? '';
  const named = /\bgithub\.(?:event\.(?:number|pull_request|workflow_run\.pull_requests)|head_ref)\b/.test(
    name,
  );
  return named && [...outermost(run).job.workflow.triggers.keys()].some((event) => PULL_REQUESTS.has(event));
}

const PULL_REQUESTS: ReadonlySet<string> = new Set(['pull_request', 'pull_request_target', 'workflow_run']);

/** A group with the run's or commit's own id holds one run only. */
function isUnique(group: DataNode): boolean {
  const name = group.text ?? group.get('group').text ?? '';
  return /github\.(?:run_id|run_number|run_attempt|sha)\b/.test(name);
}
