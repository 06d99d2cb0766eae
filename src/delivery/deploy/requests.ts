import type { StageKind } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { Pipeline, PipelineOf } from '../pipeline/pipeline.ts';

/** A stage of a kind that can stop merge requests, in another pipeline of the same repository. */
export type RequestStages = (
  kind: StageKind,
  pipeline: PipelineOf,
) => { readonly path: string; readonly at: Location } | undefined;

export function createRequestStages(pipelines: readonly Pipeline[]): RequestStages {
  const checks = pipelines.filter(({ forRequests }) => forRequests);
  const found = new Map<Pipeline, ReadonlyMap<StageKind, Location>>();
  return (kind, pipeline) => {
    for (const check of checks) {
      if (check.root !== pipeline.root || check.id === pipeline.id) continue;
      const stages = found.get(check) ?? stagesOf(check);
      found.set(check, stages);
      const at = stages.get(kind);
      if (at) return { path: check.path, at };
    }
    return undefined;
  };
}

function stagesOf({ jobs }: Pipeline): ReadonlyMap<StageKind, Location> {
  const stages = new Map<StageKind, Location>();
  for (const { recognition, blocking, at } of jobs.flatMap((job) => job.activities())) {
    if (blocking.value === false) continue;
    if (recognition.kind === 'test' && !stages.has('test')) stages.set('test', at);
    if (recognition.kind === 'scan' && !stages.has('scan')) stages.set('scan', at);
  }
  return stages;
}
