import { sentTokensOf, type OwnTokens } from '../../../delivery/index.ts';
import { known, type PipelineFacts } from '../../../model/index.ts';
import { shellOf } from '../activities/recognize.ts';
import type { JobRun } from '../pipeline/run.ts';
import { afterScriptOf, scriptOf } from '../read/script.ts';

/** Tokens that GitLab gives to each job; it may stand on any host, which is then named for it. */
const TOKENS: OwnTokens = {
  token:
    /\$(?:env:)?\{?(?:CI_JOB_TOKEN|CI_JOB_JWT(?:_V[12])?|CI_BUILD_TOKEN|CI_REGISTRY_PASSWORD|CI_DEPLOY_PASSWORD|CI_DEPENDENCY_PROXY_PASSWORD)\b\}?/,
  host: /(?:^|\.)git(?:lab)?\./i,
};
/** Variables by which the runner, or its services, log all that they do. */
const SWITCHES = ['CI_DEBUG_TRACE', 'CI_DEBUG_SERVICES'];

/** Tokens that jobs send to other hosts, each place once. */
export function sentTokens(runs: readonly JobRun[]): PipelineFacts['sentTokens'] {
  return once(
    runs.flatMap((run) =>
      [scriptOf(run), afterScriptOf(run)].flatMap(({ text, placeOf }) =>
        sentTokensOf({ text, dialect: shellOf(run, { text, placeOf }).dialect, placeOf }, TOKENS),
      ),
    ),
    ({ token }) => token.at,
  );
}

/** Switches that write every variable of a job, secrets too, to its log. */
export function traces(runs: readonly JobRun[]): PipelineFacts['traces'] {
  const found = runs.flatMap(({ plan, name }) =>
    SWITCHES.flatMap((variable) => {
      const value = plan.config.variable(name, variable);
      return value?.text?.toLowerCase() === 'true' ? [{ variable: known(variable, value.at) }] : [];
    }),
  );
  return once(found, ({ variable }) => variable.at);
}

type Placed = PipelineFacts['traces'][number]['variable']['at'];

function once<T>(items: readonly T[], placeOf: (item: T) => Placed): readonly T[] {
  const places = new Map(items.map((item) => [keyOf(placeOf(item)), item]));
  return [...places.values()];
}

const keyOf = (at: Placed): string => `${at?.file.path} ${at?.span.start}`;
