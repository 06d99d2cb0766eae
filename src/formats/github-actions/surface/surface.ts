import { oncePerPlace } from '../../../delivery/index.ts';
import type { PipelineSurface } from '../../../model/index.ts';
import type { Jobs } from '../job/job.ts';
import type { Library } from '../read/library.ts';
import { runsOf, type JobRun } from '../read/run.ts';
import type { Workflow } from '../read/workflow.ts';
import { trustedCachesOf } from './caches.ts';
import { looseConditionsOf } from './conditions.ts';
import { foreignCodeOf } from './foreign-code.ts';
import { foreignVariablesOf } from './foreign-variables.ts';
import { ownMachinesOf } from './machines.ts';
import { printedCommandsOf } from './printed.ts';
import { sharedSecretsOf } from './secrets.ts';
import { publishedTokensOf } from './tokens.ts';
import { unmaskedSecretsOf } from './unmasked.ts';

/** What outsiders and other runs can reach through a workflow, each place once, however often it is called. */
export function surfaceOf(
  workflow: Workflow,
  library: Library,
  jobs: Jobs,
  pastedInputs: PipelineSurface['pastedInputs'],
): PipelineSurface {
  const runs: readonly JobRun[] = runsOf(library, workflow).flatMap((caller) =>
    [...workflow.jobs.values()].map((job) => ({ job, library, caller })),
  );
  return {
    foreignCode: oncePerPlace(runs.flatMap(foreignCodeOf), ({ checkout }) => checkout.at),
    sharedSecrets: sharedSecretsOf(workflow),
    publishedTokens: oncePerPlace(runs.flatMap(publishedTokensOf), ({ upload }) => upload.at),
    ownMachines: oncePerPlace(runs.flatMap(ownMachinesOf), ({ machine }) => machine.at),
    trustedCaches: oncePerPlace(
      runs.flatMap((run) => trustedCachesOf(run, jobs.of(run).activities())),
      ({ cache }) => cache.at,
    ),
    looseConditions: oncePerPlace(runs.flatMap(looseConditionsOf), ({ condition }) => condition.at),
    printedCommands: oncePerPlace(runs.flatMap(printedCommandsOf), ({ variable }) => variable.at),
    pastedInputs,
    foreignVariables: oncePerPlace(runs.flatMap(foreignVariablesOf), ({ written }) => written.at),
    unmaskedSecrets: oncePerPlace(runs.flatMap(unmaskedSecretsOf), ({ expression }) => expression.at),
  };
}
