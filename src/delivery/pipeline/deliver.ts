import type { Subject } from '../../model/index.ts';
import { deployJobsOf } from '../deploy/job.ts';
import type { Pipeline } from './pipeline.ts';
import { createRequestStages } from '../deploy/requests.ts';
import { rollbacksOf } from '../deploy/rollback.ts';
import { pipelineSubject } from './subject.ts';

/** What pipelines of one system are and deliver; pipelines of one repository know one another. */
export function deliver(pipelines: readonly Pipeline[]): readonly (readonly Subject[])[] {
  const requests = createRequestStages(pipelines);
  return pipelines.map((pipeline) => [
    pipelineSubject(pipeline),
    ...pipeline.runs.flatMap((job) => [...deployJobsOf(job, requests), ...rollbacksOf(job)]),
  ]);
}
