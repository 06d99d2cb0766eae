import type { Job, Unseen } from '../../../delivery/index.ts';
import { known } from '../../../model/index.ts';
import { pipelineOf } from './pipeline.ts';
import type { JobRun } from './run.ts';
import { variablesOf } from '../job/variables.ts';

/** What may stand in files that are not there: a job of which nothing is known but that it may be. */
export function unseenJob({ reason, at }: Unseen, run: JobRun): Job {
  return {
    id: 'unseen',
    names: [],
    header: at,
    pipeline: pipelineOf(run.plan),
    parent: undefined,
    calledAt: undefined,
    inner: () => [],
    needs: () => [],
    usedBy: () => [],
    follows: () => undefined,
    followers: () => [],
    // What stands there may also run when this fails.
    inAnyCase: { location: at, message: 'what runs there may run although this failed' },
    tolerated: undefined,
    asksForSuccess: false,
    activities: () => [],
    elsewhere: { reason, at, by: '', file: '', targets: [] },
    uses: [],
    environments: () => [],
    environment: undefined,
    telling: [],
    approval: () => known('none', at),
    serialized: () => known(false, at),
    credentials: () => known('none', at),
    workspace: () => undefined,
    variables: variablesOf(run),
  };
}
