import { known, unknown, type Fact } from '../../../model/index.ts';
import { taskName } from '../activities/commands.ts';
import type { JobRead } from '../read/pipeline.ts';
import type { View } from '../template/scope.ts';

const DOWNLOADS: ReadonlySet<string> = new Set([
  'downloadbuildartifacts',
  'downloadpipelineartifact',
  'downloadbuildartifact',
]);

/**
 * What fills a job's workspace. A deployment downloads what its run built, any other job checks out the commit that
 * started it, unless they say otherwise; what another pipeline built last moves.
 */
export function workspaceOf(job: JobRead): Fact<boolean> {
  for (const { view } of job.steps) {
    const newest = newestOfOther(view);
    if (newest) return newest;
    const checkout = view.get('checkout');
    const { text } = checkout;
    if (text === undefined || text === 'self' || text === 'none') continue;
    return unknown(`which version of repository \`${text}\` is checked out is not read`, checkout.at);
  }
  return known(true, job.view.header);
}

/** A task that downloads from another pipeline takes its newest run, unless one is named. */
function newestOfOther(step: View): Fact<boolean> | undefined {
  const task = step.get('task').text;
  if (task === undefined || !DOWNLOADS.has(taskName(task))) return undefined;
  const inputs = step.get('inputs');
  const type = inputs.get('buildType').text ?? inputs.get('source').text;
  if (type !== 'specific') return undefined;
  const which = ['runVersion', 'buildVersionToDownload']
    .map((name) => inputs.get(name))
    .find((one) => one.exists);
  const at = which?.at ?? step.get('task').at;
  if (which?.text === 'specific') {
    return unknown('which run of another pipeline it takes is chosen while the pipeline runs', at);
  }
  return known(false, at);
}
