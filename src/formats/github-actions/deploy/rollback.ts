import { isRollbackName, isVersionInput } from '../../../delivery/index.ts';
import { known, valueOf, type RollbackMechanism, type SubjectOf } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Activity, Recognize } from '../activities/activity.ts';
import { chainName, outermost, type JobRun } from '../read/run.ts';
import type { Workflow } from '../read/workflow.ts';
import { isRollbackRun } from './detect.ts';
import { targetsOf } from './target.ts';

/** The ways back that one run of a job gives: commands that undo, deploys that undo themselves, a restart with a version. */
export function rollbacksOf(run: JobRun, recognize: Recognize): readonly SubjectOf<'rollback'>[] {
  const activities = recognize(run);
  const named = isRollbackRun(run);
  const ways = activities.filter(({ recognition, onFailure }) => {
    if (recognition.kind !== 'rollback' || !recognition.rollback) return false;
    return !recognition.onFailure || onFailure || named;
  });
  const found = ways.flatMap((activity) => {
    const { rollback } = activity.recognition;
    if (!rollback) return [];
    const automatic = rollback.automatic || activity.onFailure;
    return subjects(run, rollback.mechanism, automatic, activity.at, [activity]);
  });
  if (found.length > 0) return found;
  const input = named ? versionInput(run.job.workflow) : undefined;
  return input ? subjects(run, 'redeploy', false, input.header, activities) : [];
}

/** An input that says which version to go back to when someone starts the workflow. */
function versionInput(workflow: Workflow): DataNode | undefined {
  const inputs = workflow.triggers.get('workflow_dispatch')?.get('inputs').entries() ?? [];
  return inputs.find(([name]) => isVersionInput(name))?.[1];
}

function subjects(
  run: JobRun,
  mechanism: RollbackMechanism,
  automatic: boolean,
  at: Location,
  activities: readonly Activity[],
): readonly SubjectOf<'rollback'>[] {
  const { job } = run;
  const targets = targetsOf(run, activities);
  return targets.map(({ target }) => {
    const environment = valueOf(target);
    const suffix = targets.length > 1 && environment !== undefined ? ` (${environment})` : '';
    return {
      kind: 'rollback',
      id: `${outermost(run).job.workflow.path}:${chainName(run)}/${mechanism}${suffix}`,
      name: isRollbackName(job.id) ? job.id : `${mechanism} in ${job.id}`,
      format: 'github-actions',
      ...(environment !== undefined && { environment }),
      location: at,
      facts: {
        mechanism: known(mechanism, at),
        automatic: known(automatic, at),
        target,
        provider: job.id,
      },
    };
  });
}
