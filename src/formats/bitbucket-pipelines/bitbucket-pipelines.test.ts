import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { detects, printSample, readTexts, samplesBeside } from '../../../test/support/read-samples.ts';
import { show, subjectsFrom } from '../../../test/support/screen.ts';
import schema from '../../delivery/tables/schema.json' with { type: 'json' };
import type { DeployJobFacts } from '../../model/index.ts';
import { format } from './index.ts';
import pipes from './pipes.json' with { type: 'json' };

const PATH = 'bitbucket-pipelines.yml';
const samples = samplesBeside(dirname(fileURLToPath(import.meta.url)));

it.each(samples)('reads $name', async ({ name, text, expected }) => {
  await expect(await printSample(format, name, text)).toMatchFileSnapshot(expected);
});

type FactName = Exclude<
  keyof DeployJobFacts,
  'system' | 'pipeline' | 'job' | 'starts' | 'freezes' | 'windows'
>;

/** That fact of each deploy job. */
async function facts(name: FactName, text: string): Promise<string[]> {
  const subjects = await subjectsFrom(format, { [PATH]: text });
  return subjects.flatMap((subject) => (subject.kind === 'deploy-job' ? [show(subject.facts[name])] : []));
}

const main = (...items: readonly string[]): string =>
  `pipelines:\n  branches:\n    main:\n${items.map((item) => `      - ${item}\n`).join('')}`;
const TEST = 'step: { name: Unit, script: [npm test] }';
const DEPLOY = 'step: { name: Up, deployment: production, script: [kubectl apply -f k8s] }';

describe('what stands before a deploy', () => {
  it('is the steps that the file has before it', async () => {
    expect(await facts('testedBefore', main(TEST, DEPLOY))).toEqual(['true @4:38']);
    expect(await facts('testedBefore', main(DEPLOY, TEST))).toEqual(['false @4:9']);
  });

  it('is all of a group before it, and nothing of its own group', async () => {
    const group = `parallel: { fail-fast: true, steps: [{ ${TEST} }, { step: { script: [ls] } }] }`;
    expect(await facts('testedBefore', main(group, DEPLOY))).toEqual([expect.stringMatching(/^true/)]);
    expect(await facts('testedBefore', main(`parallel: [{ ${TEST} }, { ${DEPLOY} }]`))).toEqual([
      expect.stringMatching(/^false/),
    ]);
  });

  it('does not count where its failure is ignored, or the group’s is', async () => {
    const ignored = 'step: { on-fail: { strategy: ignore }, script: [npm test] }';
    expect(await facts('testedBefore', main(ignored, DEPLOY))).toEqual([expect.stringMatching(/^false/)]);
    const group = `parallel: { on-fail: { strategy: ignore }, steps: [{ ${TEST} }] }`;
    expect(await facts('testedBefore', main(group, DEPLOY))).toEqual([expect.stringMatching(/^false/)]);
    const again = 'step: { on-fail: { strategy: retry }, script: [npm test] }';
    expect(await facts('testedBefore', main(again, DEPLOY))).toEqual([expect.stringMatching(/^true/)]);
  });

  it('is unknown for a test under a condition that the deploy does not have', async () => {
    const test = (path: string): string =>
      `step: { name: Unit, condition: { changesets: { includePaths: [${path}] } }, script: [npm test] }`;
    const deploy =
      'step: { condition: { changesets: { includePaths: [api/**] } }, script: [kubectl apply -f k8s -n prod] }';
    expect(await facts('testedBefore', main(test('api/**'), DEPLOY))).toEqual([
      '? step `Unit` runs only when its condition is met @4:40',
    ]);
    expect(await facts('testedBefore', main(test('web/**'), deploy))).toEqual([
      expect.stringMatching(/^\? step `Unit`/),
    ]);
    expect(await facts('testedBefore', main(test('api/**'), deploy))).toEqual([
      expect.stringMatching(/^true/),
    ]);
  });

  it('may be checked by the pipeline of pull requests', async () => {
    const text = `${main(DEPLOY)}  pull-requests: { '**': [{ ${TEST} }] }\n`;
    expect(await facts('testedBefore', text)).toEqual([
      expect.stringMatching(/^\? `bitbucket-pipelines.yml:pull-requests\/\*\*` does so on pull requests/),
    ]);
  });
});

describe('approvals', () => {
  it('are manual steps and stages, for what comes after them too', async () => {
    const manual = 'step: { trigger: manual, script: [ls] }';
    expect(await facts('approval', main(manual, DEPLOY))).toEqual(['required @4:26']);
    const stage = `stage: { name: Prod, trigger: manual, steps: [{ ${DEPLOY} }] }`;
    expect(await facts('approval', main(stage))).toEqual(['required @4:39']);
    expect(await facts('approval', main(DEPLOY, manual))).toEqual([
      expect.stringMatching(/^\? who may deploy to environment `production` is set outside the files/),
    ]);
  });

  it('are none where a step with no environment just runs', async () => {
    expect(await facts('approval', main('step: { script: [kubectl apply -f k8s -n prod] }'))).toEqual([
      'none @4:9',
    ]);
  });
});

it('takes a stage’s environment for the step of it that deploys', async () => {
  const stage =
    'stage: { deployment: production, steps: [{ step: { script: [npm ci] } }, { step: { script: [cdk deploy] } }] }';
  expect(await facts('recognizedBy', main(stage))).toEqual(['cdk deploy @4:101']);
  expect(await facts('target', main(stage))).toEqual(['production @4:30']);
});

it('lets one deploy at a time into an environment or a group', async () => {
  const grouped = 'step: { concurrency-group: prod, script: [kubectl apply -f k8s] }';
  expect(await facts('serialized', main(DEPLOY, grouped))).toEqual([
    expect.stringMatching(/^true/),
    expect.stringMatching(/^true/),
  ]);
});

it.each([
  ['oidc: true, script: [aws s3 sync . s3://shop]', 'federated'],
  ['script: [aws s3 sync . s3://shop --profile $AWS_ACCESS_KEY_ID]', 'static'],
  ['script: ["export AWS_ACCESS_KEY_ID=$PROD_KEY", aws s3 sync . s3://shop]', 'static'],
  ['script: ["export AWS_ACCESS_KEY_ID=\\"${PROD_KEY}\\"", aws s3 sync . s3://shop]', 'static'],
  ['script: ["K=$(./login)", "export AWS_ACCESS_KEY_ID=$K", aws s3 sync . s3://shop]', 'none'],
  ['script: ["export AWS_ACCESS_KEY_ID=$A AWS_SESSION_TOKEN=$B", aws s3 sync . s3://shop]', 'none'],
  ['script: ["export KUBECONFIG=$CONFIG_PATH", kubectl apply -f k8s]', 'none'],
  ['script: ["export STAGE=$PROD_KEY", aws s3 sync . s3://shop]', 'none'],
  [
    'script: ["export AWS_ACCESS_KEY_ID=$(./login)", "echo $AWS_ACCESS_KEY_ID", aws s3 sync . s3://shop]',
    'none',
  ],
  [
    'script: [{ pipe: "atlassian/aws-s3-deploy:1", variables: { AWS_OIDC_ROLE_ARN: $R } }], oidc: true',
    'federated',
  ],
  ['script: [{ pipe: "atlassian/sftp-deploy:1", variables: { PASSWORD: $P } }]', 'static'],
])('knows how a step signs in: %s', async (step, expected) => {
  expect(await facts('credentials', main(`step: { ${step} }`))).toEqual([
    expect.stringMatching(new RegExp(`^${expected}`)),
  ]);
});

it('ends when the step or the file says', async () => {
  expect(
    await facts('timeLimit', main('step: { max-time: 5, script: [kubectl apply -f k8s] }', DEPLOY)),
  ).toEqual(['5 @4:27', 'null @5:9']);
  expect(await facts('timeLimit', `options: { max-time: 20 }\n${main(DEPLOY)}`)).toEqual(['20 @1:22']);
});

it.each([
  ['branches: { main: [', 'change'],
  ['pull-requests: { "**": [', 'change'],
  ['tags: { "v*": [', 'person'],
  ['custom: { go: [', 'person'],
  ['branches: { main: [{ step: { trigger: manual, script: [ls] } },', 'person'],
])('says who starts a deploy in %s', async (section, by) => {
  const subjects = await subjectsFrom(format, { [PATH]: `pipelines: { ${section} { ${DEPLOY} }] } }` });
  const starts = subjects.flatMap((one) => (one.kind === 'deploy-job' ? one.facts.starts : []));
  expect(starts.map((one) => one.by.value)).toEqual([by]);
});

it('lets a step before the deploy ask for a freeze', async () => {
  expect(await facts('asksForFreeze', main('step: { name: Check freeze, script: [./x] }', DEPLOY))).toEqual([
    '? `Check freeze` may ask for it @4:9',
  ]);
  expect(await facts('asksForFreeze', main(DEPLOY))).toEqual(['false @4:9']);
});

it('reads what pipes are told to run', async () => {
  const ssh = `step: { script: [{ pipe: "atlassian/ssh-run:0.8.1", variables: { COMMAND: "docker compose up -d" } }] }`;
  expect(await facts('recognizedBy', main(ssh))).toEqual([expect.stringMatching(/^docker compose up/)]);
  const kubectl = `step: { script: [{ pipe: "atlassian/kubectl-run:3", variables: { KUBECTL_COMMAND: "set image deployment/a a=b:latest" } }] }`;
  expect(await facts('immutableArtifact', main(kubectl))).toEqual([expect.stringMatching(/^false/)]);
  const dry = `step: { script: [{ pipe: "atlassian/kubectl-run:3", variables: { KUBECTL_COMMAND: "get pods" } }] }`;
  expect(await facts('recognizedBy', main(dry))).toEqual([]);
});

describe('imports', () => {
  const imports = `definitions: { imports: { ours: .bitbucket/shared-pipelines.yml } }\npipelines: { branches: { main: { import: release@ours } } }\n`;

  it('are followed to files of the repository', async () => {
    const { subjects, diagnostics } = await readTexts(format, {
      [PATH]: imports,
      '.bitbucket/shared-pipelines.yml': `definitions: { pipelines: { release: [{ ${TEST} }, { ${DEPLOY} }] } }\n`,
    });
    expect(subjects.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'pipeline bitbucket-pipelines.yml:branches/main',
      'deploy-job bitbucket-pipelines.yml:branches/main:Up',
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('name a file that is missing', async () => {
    const { diagnostics } = await readTexts(format, { [PATH]: imports });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '`.bitbucket/shared-pipelines.yml` is not among the files, so what it does is not examined.',
    ]);
  });

  it('name the chain of those that come back', async () => {
    const text = `definitions: { imports: { me: ${PATH} }, pipelines: { deploy: { import: deploy@me } } }\npipelines: { default: { import: deploy@me } }\n`;
    expect(await facts('verifiedAfter', text)).toEqual([
      '? it imports itself: `deploy@me` → `deploy@me` @1:89',
    ]);
  });
});

it('follows a step to the pipeline that it starts, and no further', async () => {
  const text = `pipelines:
  default:
    - ${TEST}
    - step: { name: Ship, type: pipeline, custom: ship }
  custom:
    ship:
      - ${DEPLOY}
      - step: { name: deploy-again, type: pipeline, custom: ship }
`;
  const subjects = await subjectsFrom(format, { [PATH]: text });
  const jobs = subjects.flatMap((one) => (one.kind === 'deploy-job' ? [one] : []));
  expect(jobs.map(({ id, facts: own }) => `${id} ${show(own.testedBefore)}`)).toEqual([
    'bitbucket-pipelines.yml:default:Ship/Up true @3:36',
    'bitbucket-pipelines.yml:default:Ship/deploy-again true @3:36',
    'bitbucket-pipelines.yml:custom/ship:Up false @7:9',
    'bitbucket-pipelines.yml:custom/ship:deploy-again ? `ship` is not among the files @8:61',
  ]);
});

it('is recognized by its name, or by lists of steps', () => {
  expect(detects(format, main(TEST))).toBe(true);
  expect(detects(format, 'definitions: { pipelines: { a: [{ step: { script: [ls] } }] } }')).toBe(true);
  expect(detects(format, 'pipelines: [{ name: a }]')).toBe(false);
  expect(detects(format, 'pipelines: { a: { steps: [ls] } }')).toBe(false);
});

it('has a table that the schema of tables allows', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { regex: true } });
  const validate = ajv.compile({
    type: 'array',
    items: { $ref: '#/definitions/action' },
    definitions: schema.definitions,
  });
  validate(pipes);
  expect(validate.errors).toBeNull();
});
