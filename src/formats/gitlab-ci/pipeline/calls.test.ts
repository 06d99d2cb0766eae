import { describe, expect, it } from 'vitest';
import { factsOf, show, subjectsOf } from '../testing/screen.ts';

async function calls(text: string): Promise<string[]> {
  const pipelines = await factsOf('pipeline', text);
  return pipelines.flatMap(({ facts }) => facts.mistakes.map(({ problem }) => show(problem)));
}

const jobs = (lines: string): string => `stages: [build, test]\na:\n  stage: build\n  script: [x]\n${lines}`;

describe('what GitLab refuses', () => {
  it.each<[what: string, lines: string, expected: string[]]>([
    [
      'nothing of what is right',
      'b: { stage: test, script: [x], needs: [a], extends: .c }\n.c: { tags: [x] }\n',
      [],
    ],
    [
      'a stage that is not listed',
      'b: { stage: deploy, script: [x] }\n',
      ['job `b` is of the stage `deploy`, which is not one of `stages` @5:13'],
    ],
    ['no stage that is always there', 'b: { stage: .post, script: [x] }\n', []],
    [
      'a job that is not there',
      'b: { script: [x], needs: [c] }\n',
      ['job `b` needs `c`, which does not exist @5:27'],
    ],
    ['no job that may be missing', 'b: { script: [x], needs: [{ job: c, optional: true }] }\n', []],
    ['no job of another project', 'b: { script: [x], needs: [{ project: p, job: c, ref: main }] }\n', []],
    ['no run of a matrix', 'b: { stage: test, script: [x], needs: ["a: [linux]"] }\n', []],
    [
      'a later job',
      'b: { stage: build, script: [x], needs: [c] }\nc: { stage: test, script: [x] }\n',
      ['job `b` needs `c` of the later stage `test` @5:41'],
    ],
    [
      'a template that is not there',
      'b: { script: [x], extends: .c }\n',
      ['job `b` extends `.c`, which does not exist @5:28'],
    ],
    ['nothing that a variable fills in', 'b: { script: [x], stage: $STAGE, needs: [$JOB] }\n', []],
    [
      'nothing where a part is elsewhere',
      'include: { project: p, file: /x.yml }\nb: { script: [x], needs: [c] }\n',
      [],
    ],
    ['nothing where a file is missing', 'include: { local: /x.yml }\nb: { script: [x], needs: [c] }\n', []],
  ])('%s', async (_, lines, expected) => {
    expect(await calls(jobs(lines))).toEqual(expected);
  });

  it('nothing of a part that no pipeline here includes', async () => {
    const subjects = await subjectsOf({
      '.gitlab/ci/part.yml': 'b: { stage: deploy, script: [x], needs: [c] }\n',
    });
    const all = subjects.flatMap((one) => (one.kind === 'pipeline' ? one.facts.mistakes : []));
    expect(all).toEqual([]);
  });
});

it('finds passwords in variables of all jobs, of one job and of rules, also of included files', async () => {
  const subjects = await subjectsOf({
    '.gitlab-ci.yml': `include: { local: /ci/deploy.yml }
variables:
  DB_PASSWORD: { value: kX9vQz27Lm4pWt8R, description: d }
  API_TOKEN: $TOKEN
`,
    'ci/deploy.yml': `deploy:
  script: [x]
  variables: { DEPLOY_ACCESS_TOKEN: hJ7rTq93Ns5kVb2M }
  rules: [{ if: $A, variables: { SSH_PASSPHRASE: wE4yUi81Pz6cXo0K } }]
`,
  });
  const found = subjects.flatMap((one) =>
    one.kind === 'credential' ? [`${one.name} ${show(one.facts.literal)}`] : [],
  );
  expect(found).toEqual([
    'DB_PASSWORD in .gitlab-ci.yml true @3:25',
    'API_TOKEN in .gitlab-ci.yml false @4:14',
    'DEPLOY_ACCESS_TOKEN in ci/deploy.yml true @3:37',
    'SSH_PASSPHRASE in ci/deploy.yml true @4:50',
  ]);
});
