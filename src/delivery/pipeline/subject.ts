import { known, type StageFacts, type StageKind, type SubjectOf } from '../../model/index.ts';
import { deploysOf, isRollbackRun } from '../deploy/deploys.ts';
import { checksOf } from './checks.ts';
import type { Activity, Job, Pipeline } from './pipeline.ts';

export function pipelineSubject(pipeline: Pipeline): SubjectOf<'pipeline'> {
  const {
    system,
    id,
    name,
    at,
    triggers,
    tokenPermissions,
    injections,
    sentTokens = [],
    traces = [],
    bareSecrets = [],
    surface = null,
    sharedPermissions = [],
    mistakes = [],
    jobs,
  } = pipeline;
  return {
    kind: 'pipeline',
    id,
    name,
    format: system,
    location: at,
    facts: {
      system,
      triggers,
      tokenPermissions,
      sharedPermissions,
      injections,
      sentTokens,
      traces,
      bareSecrets,
      surface,
      mistakes,
      stages: jobs.flatMap(stagesOf),
      checks: jobs.flatMap(checksOf),
    },
  };
}

/** Each purpose of a job once, and again where it blocks in one place and not in another. */
function stagesOf(job: Job): readonly StageFacts[] {
  const stages = new Map<string, StageFacts>();
  const activities = job.activities();
  const deploys = deploysOf(job);
  const backwards = isRollbackRun(job);
  const first = activities.findIndex((activity) => deploys.includes(activity));
  const own = activities.filter((activity, index) => {
    const { recognition, onFailure } = activity;
    if (recognition.kind === 'deploy') return backwards || deploys.includes(activity);
    if (recognition.onFailure && !onFailure && !backwards) return false;
    return !recognition.weak || (first >= 0 && index > first);
  });
  const hidden = deploys.filter((deploy) => !activities.includes(deploy));
  for (const { recognition, at, blocking, reported = false } of [...own, ...hidden]) {
    const kind = backwards && recognition.kind === 'deploy' ? 'rollback' : stageKind(recognition.kind);
    if (!kind) continue;
    const key = `${kind} ${recognition.detail} ${JSON.stringify(blocking.value)}`;
    if (stages.has(key)) continue;
    stages.set(key, { job: job.id, kind: known(kind, at), detail: recognition.detail, blocking, reported });
  }
  return [...stages.values()];
}

function stageKind(kind: Activity['recognition']['kind']): StageKind | undefined {
  return kind === 'proof' ||
    kind === 'approval' ||
    kind === 'cluster' ||
    kind === 'names' ||
    kind === 'results' ||
    kind === 'opaque' ||
    kind === 'none'
    ? undefined
    : kind;
}
