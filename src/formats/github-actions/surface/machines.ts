import { known, type PipelineSurface } from '../../../model/index.ts';
import { isOff } from '../activities/condition.ts';
import { outermost, type JobRun } from '../read/run.ts';
import { scopeOf } from '../read/scope.ts';
import { resolve } from '../read/values.ts';
import { unguardedOf } from './guard.ts';

const EVENTS = ['pull_request', 'pull_request_target'];

/** Jobs that start for requests on a machine that the repository's owner keeps; what runs there may stay there. */
export function ownMachinesOf(run: JobRun): PipelineSurface['ownMachines'] {
  const { triggers } = outermost(run).job.workflow;
  const { job } = run;
  if (!EVENTS.some((event) => triggers.has(event)) || isOff(job.node)) return [];
  const runsOn = job.node.get('runs-on');
  const labels = runsOn.isMap ? runsOn.get('labels') : runsOn;
  const nodes = labels.isList ? labels.items() : [labels];
  const own = nodes.find(({ text }) =>
    resolve(text ?? '', scopeOf(run)).some((label) => label.trim().toLowerCase() === 'self-hosted'),
  );
  if (!own || unguardedOf(run, []).value === false) return [];
  return [{ job: job.id, machine: known(nodes.map(({ text }) => text ?? '').join(', '), own.at) }];
}
