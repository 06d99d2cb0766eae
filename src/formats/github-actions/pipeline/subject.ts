import { known, type StageFacts, type StageKind, type SubjectOf } from '../../../model/index.ts';
import type { Activity, Recognize } from '../activities/activity.ts';
import { deploysOf, isRollbackRun } from '../deploy/detect.ts';
import type { Library } from '../read/library.ts';
import type { JobRun } from '../read/run.ts';
import { pipelineId, type Workflow } from '../read/workflow.ts';
import { injectionsOf } from './injections.ts';
import { permissionsOf } from './permissions.ts';

export function pipelineOf(
  workflow: Workflow,
  library: Library,
  recognize: Recognize,
): SubjectOf<'pipeline'> {
  const name = workflow.node.get('name');
  return {
    kind: 'pipeline',
    id: pipelineId(workflow),
    name: workflow.name,
    format: 'github-actions',
    location: name.text === undefined ? workflow.node.header : name.at,
    facts: {
      system: 'github-actions',
      triggers: [...workflow.triggers.keys()],
      tokenPermissions: permissionsOf(workflow, library),
      injections: injectionsOf(workflow, library),
      stages: [...workflow.jobs.values()].flatMap((job) =>
        stagesOf({ job, library, caller: undefined }, recognize),
      ),
    },
  };
}

/** Each purpose of a job once, and again where it blocks in one place and not in another. */
function stagesOf(run: JobRun, recognize: Recognize): readonly StageFacts[] {
  const stages = new Map<string, StageFacts>();
  const activities = recognize(run);
  const deploys = deploysOf(run, recognize);
  const backwards = isRollbackRun(run);
  const first = activities.findIndex((activity) => deploys.includes(activity));
  const own = activities.filter((activity, index) => {
    const { recognition, onFailure } = activity;
    if (recognition.kind === 'deploy') return backwards || deploys.includes(activity);
    if (recognition.onFailure && !onFailure && !backwards) return false;
    return !recognition.weak || (first >= 0 && index > first);
  });
  const hidden = deploys.filter((deploy) => !activities.includes(deploy));
  for (const { recognition, at, blocking } of [...own, ...hidden]) {
    const kind = backwards && recognition.kind === 'deploy' ? 'rollback' : stageKind(recognition.kind);
    if (!kind) continue;
    const key = `${kind} ${recognition.detail} ${JSON.stringify(blocking.value)}`;
    if (stages.has(key)) continue;
    stages.set(key, { job: run.job.id, kind: known(kind, at), detail: recognition.detail, blocking });
  }
  return [...stages.values()];
}

function stageKind(kind: Activity['recognition']['kind']): StageKind | undefined {
  return kind === 'approval' ||
    kind === 'cluster' ||
    kind === 'names' ||
    kind === 'results' ||
    kind === 'opaque' ||
    kind === 'none'
    ? undefined
    : kind;
}
