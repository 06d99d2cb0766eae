import { expect, it } from 'vitest';
import { show, subjectsFrom } from '../../../../test/support/screen.ts';
import { format } from '../index.ts';

async function told(text: string): Promise<{ approvals: string[]; named: string[] }> {
  const subjects = await subjectsFrom(format, { 'azure-pipelines.yml': text });
  return {
    approvals: subjects.flatMap((one) =>
      one.kind === 'pipeline'
        ? one.facts.mistakes.flatMap(({ about, problem }) => (about === 'approval' ? [show(problem)] : []))
        : [],
    ),
    named: subjects.flatMap((one) => (one.kind === 'deploy-job' ? [show(one.facts.approversNamed)] : [])),
  };
}

const pipeline = (inputs: string, deploy = '  dependsOn: ask\n'): string => `jobs:
- job: ask
  pool: server
  steps: [{ task: ManualValidation@1, inputs: { notifyUsers: a@example.com${inputs} } }]
- job: ship
${deploy}  steps: [{ script: kubectl apply -f k8s/ }]
`;

it('knows questions that go on by themselves, and those that nothing waits for', async () => {
  expect((await told(pipeline(''))).approvals).toEqual([]);
  expect((await told(pipeline(', onTimeout: reject'))).approvals).toEqual([]);
  expect((await told(pipeline(', onTimeout: resume'))).approvals).toEqual([
    'what `ask` asks for goes on by itself when nobody answers @4:88',
  ]);
  expect((await told(pipeline('', ''))).approvals).toEqual([
    'nothing waits for the answer that `ask` asks for @4:19',
  ]);
});

it('takes what a template elsewhere may hold for what waits', async () => {
  const text = `${pipeline('', '')}- template: more.yml@other\n`;
  expect((await told(text)).approvals).toEqual([]);
});

it('counts a stage that comes after', async () => {
  const stage = (name: string, jobs: string): string => `- stage: ${name}\n  jobs:\n${jobs}`;
  const ask = '  - { job: ask, pool: server, steps: [{ task: ManualValidation@1 }] }\n';
  const text = `stages:\n${stage('a', ask)}${stage('b', '  - { job: b, steps: [{ script: ls }] }\n')}`;
  expect((await told(text)).approvals).toEqual([]);
});

it('knows whether a question names who may answer', async () => {
  expect((await told(pipeline(''))).named).toEqual(['false @4:19']);
  expect((await told(pipeline(", approvers: ''"))).named).toEqual(['false @4:88']);
  expect((await told(pipeline(', approvers: team@example.com'))).named).toEqual(['true @4:88']);
  expect((await told(pipeline(', approvers: $(approvers)'))).named).toEqual(['true @4:88']);
  expect((await told(pipeline('', ''))).named).toEqual([expect.stringMatching(/^null/)]);
});
