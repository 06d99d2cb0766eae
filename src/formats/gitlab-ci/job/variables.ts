import type { Variables } from '../../../delivery/index.ts';
import { VARIABLE } from '../read/variables.ts';
import { TAGS } from '../rules/context.ts';
import { outcomesIn, type JobRun } from '../pipeline/run.ts';

const FIXED =
  /\$\{?(?:CI_COMMIT_(?:SHA|SHORT_SHA|TAG|TIMESTAMP)|CI_BUILD_(?:REF|TAG)|CI_PIPELINE_I?ID|CI_JOB_ID|CI_MERGE_REQUEST_SOURCE_BRANCH_SHA|\w*_(?:DIGEST|SHA))\b/;
const BRANCH =
  /\$\{?(?:CI_COMMIT_(?:REF_NAME|REF_SLUG|BRANCH)|CI_BUILD_REF_(?:NAME|SLUG)|CI_DEFAULT_BRANCH|CI_ENVIRONMENT_(?:NAME|SLUG)|CI_MERGE_REQUEST_(?:SOURCE|TARGET)_BRANCH_NAME)\b/;

export function variablesOf(run: JobRun): Variables {
  const outcomes = outcomesIn(run);
  return {
    pattern: VARIABLE,
    fixed: FIXED,
    branch: BRANCH,
    startsFromTags: outcomes.length > 0 && outcomes.every(({ context }) => (context & TAGS) !== 0),
    whyOpen: (text) => {
      const name = /\$\{?(\w+)/.exec(text)?.[1];
      return name === undefined
        ? `\`${text}\` is known only while the job runs`
        : `\`${name}\` is set outside the files, or while the pipeline runs`;
    },
  };
}
