import { jobElsewhere, type Job, type Unseen } from '../../../delivery/index.ts';
import { variablesOf } from '../job/variables.ts';
import { pipelineOf } from './pipeline.ts';
import type { JobRun } from './run.ts';

/** What may stand in files that are not there: a job of which nothing is known but that it may be. */
export function unseenJob({ reason, at }: Unseen, run: JobRun): Job {
  const elsewhere = { reason, at, by: '', file: '', targets: [] };
  const known = {
    id: 'unseen',
    header: at,
    pipeline: pipelineOf(run.plan),
    variables: variablesOf(run),
    elsewhere,
  };
  // What stands there may also run when this fails.
  return jobElsewhere(known, {
    inAnyCase: { location: at, message: 'what runs there may run although this failed' },
  });
}
