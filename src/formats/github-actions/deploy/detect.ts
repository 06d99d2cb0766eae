import {
  isDeployName,
  isRehearsal,
  isRollbackName,
  readCommandLine,
  type Recognition,
} from '../../../delivery/index.ts';
import { purposeOf } from '../../../model/index.ts';
import type { Activity, Recognize } from '../activities/activity.ts';
import { blockingOf } from '../activities/blocking.ts';
import { actionName, isLocal } from '../read/library.ts';
import type { JobRun } from '../read/run.ts';
import { scalarText } from '../read/scope.ts';

/** What makes a job a deploy job: its deploying steps, or what its name and environment say. Empty when it is none. */
export function deploysOf(run: JobRun, recognize: Recognize): readonly Activity[] {
  const { job } = run;
  const activities = recognize(run);
  const environment = job.node.get('environment');
  if (!environment.exists) {
    if ([job.id, job.name].some(isRehearsal)) return [];
    if (activities.some(({ recognition }) => recognition.kind === 'cluster')) return [];
  }
  if (isRollbackRun(run)) return [];
  const deploys = activities.filter(
    ({ recognition, onFailure }) => recognition.kind === 'deploy' && !onFailure,
  );
  return deploys.length > 0 ? deploys : byName(run);
}

/** Jobs and workflows that go back to an earlier version are rollbacks, though they use the same commands. */
export function isRollbackRun({ job }: JobRun): boolean {
  return (
    [job.id, job.name].some(isRollbackName) ||
    (isRollbackName(job.workflow.name) && !job.workflow.triggers.has('push'))
  );
}

/** A deploy that the files do not show: a workflow elsewhere, an action nobody knows, a job with an environment and a name. */
function byName(run: JobRun): readonly Activity[] {
  const { job } = run;
  const { node } = job;
  if (job.uses !== undefined) {
    if (run.library.calledBy(job)) return [];
    const file = actionName(job.uses).replace(/^.*\//, '');
    if (!isDeployName(file) && !isDeployName(job.id)) return [];
    return [hidden(run, job.uses, node.get('uses').at)];
  }
  const environment = node.get('environment');
  const name = environment.text ?? environment.get('name').text;
  if (name === undefined) return [];
  for (const step of node.get('steps').items()) {
    const uses = step.get('uses').text;
    if (uses !== undefined && !isLocal(uses) && isDeployName(actionName(uses))) {
      return [hidden(run, actionName(uses), step.get('uses').at)];
    }
  }
  const named = isDeployName(job.id) || isDeployName(job.name);
  return named && purposeOf(name) ? [hidden(run, `environment: ${name}`, environment.at)] : [];
}

/** Inputs by which workflows elsewhere are told where to deploy. */
const TARGETS = ['environment', 'environment-name', 'env', 'target', 'stage', 'deploy-environment'];

function hidden(run: JobRun, by: string, at: Activity['at']): Activity {
  const recognition: Recognition = {
    kind: 'deploy',
    detail: '',
    by,
    failure: 'fails',
    deploys: undefined,
    verifies: false,
    rollback: undefined,
    onFailure: false,
    weak: false,
  };
  const { node } = run.job;
  const blocking = blockingOf(recognition, [node], 'stops', at);
  const line = readCommandLine([]);
  return {
    recognition,
    run,
    node,
    step: undefined,
    at,
    line,
    inputs: (name: string) => scalarText(node.get('with', name)),
    names: [],
    targets: TARGETS,
    blocking,
    onFailure: false,
  };
}
