import { expect, it } from 'vitest';
import { show, subjectsFrom } from '../../../../test/support/screen.ts';
import { format } from '../index.ts';

async function limited(top: string, condition = ''): Promise<string[]> {
  const text = `${top}\njobs:\n- job: ship\n${condition === '' ? '' : `  condition: ${condition}\n`}  steps: [{ script: kubectl apply -f k8s/ }]\n`;
  const subjects = await subjectsFrom(format, { 'azure-pipelines.yml': text });
  return subjects.flatMap((one) => (one.kind === 'deploy-job' ? [show(one.facts.branchesLimited)] : []));
}

const REQUESTS = '? whether requests start its pipeline, too, is set outside the files';

it.each([
  ['trigger: [main]', '', `${REQUESTS} @1:10`],
  ['trigger: [main]\npr: none', '', 'true @1:10'],
  ['trigger: none\npr: none', '', 'true @1:10'],
  ['trigger: [main]\npr: [main]', '', 'false @2:5'],
  ["trigger: ['*']\npr: none", '', 'false @4:8'],
  ['pool: linux', '', 'false @3:8'],
  ['pool: linux', 'succeeded()', 'false @3:8'],
])('knows for which branches a job runs by what starts its pipeline: %s, %s', async (top, rest, expected) => {
  expect(await limited(top, rest)).toEqual([expected]);
});

const MAIN = "eq(variables['Build.SourceBranch'], 'refs/heads/main')";
const ASKED = '? a condition decides for which branches it runs @4:14';

it.each([
  [MAIN, 'true @4:14'],
  [`and(succeeded(), ${MAIN})`, 'true @4:14'],
  ["startsWith(variables['Build.SourceBranch'], 'refs/heads/release/')", 'true @4:14'],
  ["startsWith(variables['Build.SourceBranch'], 'refs/heads/')", ASKED],
  [`not(${MAIN})`, ASKED],
  ["ne(variables['Build.Reason'], 'PullRequest')", ASKED],
])('knows for which branches a job runs by its condition: %s', async (condition, expected) => {
  expect(await limited('pool: linux', condition)).toEqual([expected]);
});

it('leaves open what an expression may leave out', async () => {
  const expression = `variables: { main: "$\{{ eq(variables['Build.SourceBranch'], 'refs/heads/main') }}" }`;
  expect(await limited(expression)).toEqual(['? something in its file asks for the branch @3:8']);
});
