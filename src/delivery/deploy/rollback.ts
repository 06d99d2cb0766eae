import { known, valueOf, type RollbackMechanism, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { isRollbackName } from '../detail.ts';
import { isRollbackRun } from './deploys.ts';
import type { Activity, Job } from '../pipeline/pipeline.ts';
import { chainName, outermost } from '../pipeline/run.ts';
import { targetsOf } from './target.ts';

/** The ways back that one run of a job gives: commands that undo, deploys that undo themselves, a restart with a version. */
export function rollbacksOf(job: Job): readonly SubjectOf<'rollback'>[] {
  const activities = job.activities();
  const named = isRollbackRun(job);
  const found = activities.flatMap((activity) => {
    const { recognition, onFailure } = activity;
    const { rollback } = recognition;
    if (recognition.kind !== 'rollback' || !rollback) return [];
    if (recognition.onFailure && !onFailure && !named) return [];
    return subjects(job, rollback.mechanism, rollback.automatic || onFailure, activity.at, [activity]);
  });
  if (found.length > 0) return found;
  const input = named ? job.pipeline.versionInput : undefined;
  return input ? subjects(job, 'redeploy', false, input, activities) : [];
}

function subjects(
  job: Job,
  mechanism: RollbackMechanism,
  automatic: boolean,
  at: Location,
  activities: readonly Activity[],
): readonly SubjectOf<'rollback'>[] {
  const targets = targetsOf(job, activities);
  return targets.map(({ target }) => {
    const environment = valueOf(target);
    const suffix = targets.length > 1 && environment !== undefined ? ` (${environment})` : '';
    return {
      kind: 'rollback',
      id: `${outermost(job).pipeline.path}:${chainName(job)}/${mechanism}${suffix}`,
      name: isRollbackName(job.id) ? job.id : `${mechanism} in ${job.id}`,
      format: job.pipeline.system,
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
