import { oncePerPlace, sentTokensOf, type OwnTokens } from '../../../delivery/index.ts';
import type { PipelineFacts } from '../../../model/index.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import type { Library } from '../read/library.ts';
import { runsOf, stepsOf } from '../read/run.ts';
import { dialectOf } from '../read/shell-values.ts';
import type { Workflow } from '../read/workflow.ts';

/** GitHub's token of a run, however it comes to a script; `ghe.com` and names with `github` are its own hosts, too. */
const TOKENS: OwnTokens = {
  token:
    /\$\{\{\s*(?:secrets\.GITHUB_TOKEN|github\.token)\s*\}\}|\$(?:env:)?\{?(?:GITHUB_TOKEN|GH_TOKEN|ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN)\b\}?/i,
  host: /(?:^|\.)(?:[\w-]*github[\w-]*|ghcr|ghe)\.|(?:^|\.)git\./i,
};

/** Tokens of its own that a workflow sends to other hosts, each place once. */
export function sentTokens(workflow: Workflow, library: Library): PipelineFacts['sentTokens'] {
  const found = runsOf(library, workflow).flatMap((caller) =>
    [...workflow.jobs.values()].flatMap((job) =>
      stepsOf({ job, library, caller }).flatMap((step) => {
        const script = step.node.get('run');
        const { text } = script;
        if (!text?.includes('://')) return [];
        return sentTokensOf({ text, dialect: dialectOf(step), placeOf: scalarPlaces(script) }, TOKENS);
      }),
    ),
  );
  return oncePerPlace(found, ({ token }) => token.at);
}
