import { REQUESTS, setOf } from '../rules/context.ts';

/** What a merge brings in along with the code: messages, titles, names of authors. */
const TEXT =
  /^(?:CI_COMMIT_(?:MESSAGE|TITLE|DESCRIPTION|AUTHOR|TAG_MESSAGE)|CI_MERGE_REQUEST_(?:TITLE|DESCRIPTION)|CI_EXTERNAL_PULL_REQUEST_\w*BRANCH_NAME)$/;
/** In merge requests, also of forks, their branch; else a branch of those who may push to the project. */
const BRANCH = /^(?:CI_COMMIT_REF_NAME|CI_BUILD_REF_NAME|CI_MERGE_REQUEST_SOURCE_BRANCH_NAME)$/;

const MERGED = setOf(({ branch, request }) => branch === 'default' || request);

/** The kinds of pipelines in which an outsider says what a variable holds, as a set of contexts. */
export function outsiders(variable: string): number {
  if (TEXT.test(variable)) return variable.startsWith('CI_MERGE_REQUEST_') ? REQUESTS : MERGED;
  return BRANCH.test(variable) ? REQUESTS : 0;
}

/** Does one of these kinds of pipelines run for commits that others may have written? */
export const merged = (within: number): boolean => (within & MERGED) !== 0;
