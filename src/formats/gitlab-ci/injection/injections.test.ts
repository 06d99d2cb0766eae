import { expect, it } from 'vitest';
import { factsOf, show } from '../testing/screen.ts';

async function injections(text: string): Promise<string[]> {
  const pipelines = await factsOf('pipeline', text);
  return pipelines.flatMap(({ facts }) => facts.injections.map(({ expression }) => show(expression)));
}

const job = (script: string, rest = ''): string =>
  `stages: [test]\njob:\n${rest}  script:\n    - ${script}\n`;
const MAIN = '  rules: [{ if: $CI_COMMIT_BRANCH == "main" }]\n';
const REQUEST = '  rules: [{ if: $CI_MERGE_REQUEST_IID }]\n';

it.each([
  ['echo "$CI_COMMIT_MESSAGE"', MAIN, []],
  ['./notify.sh "$CI_MERGE_REQUEST_TITLE"', REQUEST, []],
  ['eval "echo $CI_COMMIT_MESSAGE"', MAIN, ['$CI_COMMIT_MESSAGE @5:18']],
  ['bash -c "echo $CI_MERGE_REQUEST_TITLE"', REQUEST, ['$CI_MERGE_REQUEST_TITLE @5:21']],
  ['ssh host "deploy ${CI_COMMIT_TITLE}"', MAIN, ['${CI_COMMIT_TITLE} @5:24']],
  ['ssh host "git checkout $CI_COMMIT_REF_NAME"', MAIN, []],
  ['ssh host "git checkout $CI_COMMIT_REF_NAME"', REQUEST, ['$CI_COMMIT_REF_NAME @5:30']],
  ['ssh host "docker pull shop:$CI_COMMIT_SHA"', REQUEST, []],
  ['ssh host "echo $CI_COMMIT_BRANCH"', REQUEST, []],
])('knows what an outsider has run: %s', async (script, rest, expected) => {
  expect(await injections(job(script, rest))).toEqual(expected);
});

it('follows variables of the job and of its script', async () => {
  const stated = job('eval "echo $WHY"', `  variables: { WHY: $CI_COMMIT_TITLE }\n${MAIN}`);
  expect(await injections(stated)).toEqual(['$WHY @6:18']);
  const assigned = `${job('WHY=$(git log -1 --format=%s)', MAIN)}    - ssh host "echo $WHY"\n`;
  expect(await injections(assigned)).toEqual(['$WHY @6:22']);
  const made = `${job('WHY=$(echo "$CI_COMMIT_TITLE" | md5sum)', MAIN)}    - ssh host "echo $WHY"\n`;
  expect(await injections(made)).toEqual([]);
});

it('gives what several jobs share once', async () => {
  const text = `.lib: { script: ['eval "$CI_COMMIT_MESSAGE"'] }
one: { extends: .lib }
two: { extends: .lib }`;
  expect(await injections(text)).toEqual(['$CI_COMMIT_MESSAGE @1:25']);
});
