import type { PipelineSurface } from '../../../model/index.ts';
import type { Library } from '../read/library.ts';
import { runsOf, type JobRun } from '../read/run.ts';
import type { Workflow } from '../read/workflow.ts';
import { foreignCodeOf } from './foreign-code.ts';
import { oncePerPlace } from './places.ts';

/** What outsiders and other runs can reach through a workflow, each place once, however often it is called. */
export function surfaceOf(workflow: Workflow, library: Library): PipelineSurface {
  const runs: readonly JobRun[] = runsOf(library, workflow).flatMap((caller) =>
    [...workflow.jobs.values()].map((job) => ({ job, library, caller })),
  );
  return {
    foreignCode: oncePerPlace(runs.flatMap(foreignCodeOf), ({ checkout }) => checkout.at),
  };
}
