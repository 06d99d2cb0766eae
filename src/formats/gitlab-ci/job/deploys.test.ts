import { expect, it } from 'vitest';
import { fact } from '../testing/deploy.ts';
import { factsOf, show, subjectsOf } from '../testing/screen.ts';

const names = async (text: string): Promise<string[]> =>
  (await factsOf('deploy-job', text)).map(({ name }) => name);

it.each([
  [
    'what only prepares beside the job that deploys',
    `settings: { stage: prepare-deploy, environment: production, script: [aws ecr describe-repositories, echo "A=1" >> dotenv] }
deploy-production: { environment: production, script: [hatch run ship] }`,
    ['deploy-production'],
  ],
  [
    'what only publishes an image',
    `publish: { stage: build, environment: production, script: [docker push registry/shop] }`,
    [],
  ],
  [
    'what publishes in a stage of deploys',
    `publish: { stage: deploy, environment: production, script: [docker push registry/shop] }`,
    ['publish'],
  ],
  [
    'a job of which nothing else is known',
    `settings: { environment: staging, script: [./go] }
site: { environment: production, script: [./go] }`,
    ['settings', 'site'],
  ],
])('takes for deployments to an environment what deploys there: %s', async (_, text, expected) => {
  expect(await names(text)).toEqual(expected);
});

it.each([
  ['./ship.sh', './ship.sh'],
  ['ssh me@host', 'ssh'],
  ['bash scripts/ship.sh now', 'bash scripts/ship.sh'],
  ['curl -X POST https://host/hook', 'curl'],
])('takes a job for a deploy that is named one and runs what is not read: %s', async (command, by) => {
  const text = `deploy: { script: ['${command}'] }`;
  expect(await fact('recognizedBy', text)).toEqual([expect.stringContaining(`${by} @`)]);
  expect(await fact('testedBefore', text)).toEqual([
    expect.stringMatching(new RegExp(`^\\? what .${by}. does is not read`)),
  ]);
});

it.each([
  'deploy: { script: [echo deployed] }',
  'deploy-image: { script: [./push.sh] }',
  'ship: { script: [make] }',
])('takes no other for one: %s', async (text) => {
  expect(await names(text)).toEqual([]);
});

const MANUAL = 'when: manual, allow_failure: true';

it('sees the look at what an optional manual job deployed', async () => {
  const job = (rest: string): string =>
    `deploy: { script: [kubectl apply -f k8s, kubectl rollout status deployment/shop${rest}], ${MANUAL} }`;
  expect(await fact('verifiedAfter', job(''))).toEqual([expect.stringMatching(/^true/)]);
  expect(await fact('verifiedAfter', job(' || true'))).toEqual([expect.stringMatching(/^false/)]);
});

it('does not take the checks of an optional job for a gate', async () => {
  const text = `stages: [test, deploy]
unit: { stage: test, script: [npm test], ${MANUAL} }
deploy: { stage: deploy, script: [kubectl apply -f k8s] }`;
  expect(await fact('testedBefore', text)).toEqual([expect.stringMatching(/^false/)]);
});

it('leaves open what may stand around the jobs of a part', async () => {
  const subjects = await subjectsOf({
    '.gitlab/deploy.yml': `live: { stage: deploy, script: [kubectl apply -n production -f k8s], needs: [{ job: unit, optional: true }] }
ship: { stage: deploy, script: [kubectl apply -n production -f k8s] }`,
  });
  const facts = subjects.flatMap((one) => (one.kind === 'deploy-job' ? [one.facts] : []));
  expect(facts.map(({ testedBefore }) => show(testedBefore))).toEqual([
    expect.stringMatching(/^\? `live` needs `unit`, which is not among the files/),
    expect.stringMatching(/^\? pipelines that include this file/),
  ]);
  for (const { verifiedAfter, failureNotified } of facts) {
    expect(show(verifiedAfter)).toMatch(/^\? pipelines that include this file/);
    expect(show(failureNotified)).toMatch(/^\? pipelines that include this file/);
  }
  expect(facts.map(({ approval }) => show(approval))).toEqual([
    expect.stringMatching(/^none/),
    expect.stringMatching(/^\? pipelines that include this file/),
  ]);
});

const REMOTE = (command: string): string =>
  `deploy: { script: ['scp compose.yml me@host:app/', 'ssh me@host "cd app && ${command}"'] }`;

it.each([
  ['docker compose up -d', /^\? no version is named; the files that `docker compose up` reads/],
  ['docker compose up -d --build', /^true/],
  ['docker pull registry/shop:latest && docker compose up -d', /^false/],
  ['docker pull registry/shop:$CI_COMMIT_SHA && docker compose up -d', /^true/],
  ['docker run -d --name shop -p 80:80 registry/shop:1.2.3', /^true/],
  ['docker run -d --name shop -p 80:80 registry/shop', /^false/],
])('knows whether what runs on another machine is fixed: %s', async (command, expected) => {
  expect(await fact('immutableArtifact', REMOTE(command))).toEqual([expect.stringMatching(expected)]);
});

it('leaves open a version that a script sets to one thing or another', async () => {
  const text = `deploy:
  script:
    - if [ -n "$CI_COMMIT_TAG" ]; then TAG=$CI_COMMIT_TAG; else TAG=latest; fi
    - kubectl set image deployment/shop shop=registry/shop:$TAG`;
  expect(await fact('immutableArtifact', text)).toEqual([expect.stringMatching(/^\? `TAG` is set/)]);
});
