import { expect, it } from 'vitest';
import { show, subjectsFrom } from '../../../test/support/screen.ts';
import { format } from './index.ts';

async function injections(text: string): Promise<string[]> {
  const subjects = await subjectsFrom(format, { 'bitbucket-pipelines.yml': text });
  return subjects.flatMap((one) =>
    one.kind === 'pipeline' ? one.facts.injections.map(({ expression }) => show(expression)) : [],
  );
}

const step = (section: string, ...script: readonly string[]): string =>
  `pipelines:\n  ${section}\n    - step:\n        script:\n${script.map((line) => `          - ${line}\n`).join('')}`;

it.each([
  ['eval "deploy $BITBUCKET_BRANCH"', 'default:', ['$BITBUCKET_BRANCH @5:26']],
  ['bash -c "echo ${BITBUCKET_BRANCH}"', 'default:', ['${BITBUCKET_BRANCH} @5:27']],
  ['ssh host "git checkout $BITBUCKET_BRANCH"', 'default:', ['$BITBUCKET_BRANCH @5:36']],
  ['./deploy.sh "$BITBUCKET_BRANCH"', 'default:', []],
  ['ssh host "docker pull shop:$BITBUCKET_COMMIT"', 'default:', []],
])('knows what has an outsider’s branch run: %s', async (line, section, expected) => {
  expect(await injections(step(section, line))).toEqual(expected);
});

const checkout = 'ssh host "git checkout $BITBUCKET_BRANCH"';
const below = (section: string, pattern: string): string =>
  `pipelines:\n  ${section}:\n    ${pattern}:\n      - step: { script: ['${checkout}'] }\n`;

it('takes the branch for anyone’s only where it may have any name', async () => {
  expect(await injections(below('branches', 'main'))).toEqual([]);
  expect(await injections(below('tags', 'v1'))).toEqual([]);
  expect(await injections(below('custom', 'by-hand'))).toEqual([]);
  expect(await injections(below('branches', "'feature/*'"))).toHaveLength(1);
  expect(await injections(below('pull-requests', "'**'"))).toHaveLength(1);
});

it('follows what the script sets, and what Git tells of a commit', async () => {
  const set = step('default:', 'REF=origin/$BITBUCKET_BRANCH', 'ssh host "git reset --hard $REF"');
  expect(await injections(set)).toEqual(['$REF @6:40']);
  const told = step('default:', 'WHY=$(git log -1 --format=%s)', 'eval "notify $WHY"');
  expect(await injections(told)).toEqual(['$WHY @6:26']);
});

it('looks into what the pipe runs on another machine', async () => {
  const pipe = (variables: string): string =>
    `pipelines:\n  default:\n    - step:\n        script:\n          - pipe: atlassian/ssh-run:0.8.1\n            variables: { ${variables} }\n`;
  expect(await injections(pipe("COMMAND: 'git checkout $BITBUCKET_BRANCH'"))).toEqual([
    '$BITBUCKET_BRANCH @6:49',
  ]);
  expect(await injections(pipe("SSH_USER: '$BITBUCKET_BRANCH', COMMAND: './up.sh'"))).toEqual([]);
});
