import type { Variables } from '../../../delivery/index.ts';

/** Interpolations of Groovy and variables of the shell. */
const PATTERN = /\$\{[^{}]*\}|\$\w+/g;
const FIXED =
  /\b(?:GIT_COMMIT|BUILD_NUMBER|BUILD_ID|BUILD_TAG|TAG_NAME|SHORT_SHA|GIT_SHA|COMMIT_SHA|COMMIT_HASH|GIT_COMMIT_SHORT|SHORT_COMMIT)\b|\bcurrentBuild\.(?:number|id)\b/;
const BRANCH = /\b(?:BRANCH_NAME|GIT_BRANCH|GIT_LOCAL_BRANCH|CHANGE_BRANCH)\b/;

export function variablesOf(startsFromTags: boolean): Variables {
  return { pattern: PATTERN, fixed: FIXED, branch: BRANCH, startsFromTags, whyOpen };
}

function whyOpen(text: string): string {
  const parameter = /\$\{params\.(\w+)\}/.exec(text)?.[1];
  if (parameter !== undefined) return `\`${parameter}\` is chosen when the pipeline is started`;
  return `\`${text}\` is known only while the pipeline runs`;
}
