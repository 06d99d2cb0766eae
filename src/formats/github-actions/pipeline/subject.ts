import { known, type StageFacts, type StageKind, type SubjectOf } from '../../../model/index.ts';
import type { Activity, Recognize } from '../activities/activity.ts';
import type { Library } from '../read/library.ts';
import type { Workflow } from '../read/workflow.ts';
import { injectionsOf } from './injections.ts';
import { permissionsOf } from './permissions.ts';

export const pipelineId = (workflow: Workflow): string => `${workflow.path}:workflow`;

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
      tokenPermissions: permissionsOf(workflow),
      injections: injectionsOf(workflow, library),
      stages: [...workflow.jobs.values()].flatMap((job) =>
        stagesOf(job.id, recognize({ job, library, caller: undefined })),
      ),
    },
  };
}

/** Each purpose of a job once, and again where it blocks in one place and not in another. */
function stagesOf(job: string, activities: readonly Activity[]): readonly StageFacts[] {
  const stages = new Map<string, StageFacts>();
  const deploy = activities.findIndex(({ recognition }) => recognition.kind === 'deploy');
  activities.forEach(({ recognition, at, blocking, onFailure }, index) => {
    const kind = stageKind(recognition.kind);
    if (!kind || (recognition.weak && (deploy < 0 || index < deploy))) return;
    if (recognition.onFailure && !onFailure) return;
    const key = `${kind} ${recognition.detail} ${JSON.stringify(blocking.value)}`;
    if (!stages.has(key))
      stages.set(key, { job, kind: known(kind, at), detail: recognition.detail, blocking });
  });
  return [...stages.values()];
}

function stageKind(kind: Activity['recognition']['kind']): StageKind | undefined {
  return kind === 'approval' ||
    kind === 'cluster' ||
    kind === 'names' ||
    kind === 'results' ||
    kind === 'none'
    ? undefined
    : kind;
}
