import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { screen, show } from '../../../test/support/screen.ts';
import schema from '../../delivery/tables/schema.json' with { type: 'json' };
import { sourceFile } from '../../source/index.ts';
import { parseGroovy } from '../../syntax/groovy/index.ts';
import { normalize } from './normalize.ts';
import steps from './steps.json' with { type: 'json' };

const subjectsOf = (text: string): ReturnType<typeof normalize>['subjects'] =>
  normalize([parseGroovy(sourceFile('Jenkinsfile', text))]).subjects;

const TEST = "stage('Test') { steps { sh 'npm test' } }";
const DEPLOY = "stage('Deploy to production') { steps { sh 'kubectl apply -f k8s' } }";
const pipeline = (...stages: readonly string[]): string =>
  `pipeline {\n agent any\n stages {\n${stages.join('\n')}\n }\n}`;

function fact(name: string, text: string): string[] {
  return subjectsOf(text)
    .filter(({ kind }) => kind === 'deploy-job')
    .map((subject) => show((subject.facts as unknown as Record<string, Parameters<typeof show>[0]>)[name]!));
}

it('gives pipelines, deploy jobs, ways back and what they depend on', async () => {
  const text = `@Library('platform@main') _
pipeline {
  agent { docker { image 'node:22' } }
  options { disableConcurrentBuilds() }
  stages {
    stage('Checks') {
      parallel {
        stage('Unit') { steps { sh 'npm test' } }
        stage('Scan') { steps { warnError('found') { sh 'trivy fs --exit-code 1 .' } } }
      }
    }
    stage('Approve') {
      input { message 'Go?' }
      steps { echo 'approved' }
    }
    stage('Deploy to production') {
      steps {
        sh """
          kubectl set image deployment/shop shop=registry/shop:\${env.GIT_COMMIT}
          kubectl rollout status deployment/shop
        """
      }
      post { failure { sh 'kubectl rollout undo deployment/shop' } }
    }
  }
}
`;
  await expect(screen(subjectsOf(text))).toMatchFileSnapshot('samples/declarative.txt');
});

it.each([
  ['a stage before', pipeline(TEST, DEPLOY), /^true/],
  ['a stage after', pipeline(DEPLOY, TEST), /^false/],
  [
    'caught errors',
    pipeline(TEST.replace("sh 'npm test'", "catchError { sh 'npm test' }"), DEPLOY),
    /^false/,
  ],
  [
    'a status nobody reads',
    pipeline(TEST.replace("sh 'npm test'", "sh script: 'npm test', returnStatus: true"), DEPLOY),
    /^false/,
  ],
  [
    'a step of a library',
    pipeline(TEST.replace("sh 'npm test'", 'runChecks()'), DEPLOY),
    /^\? what `runChecks` does is not read/,
  ],
  [
    'change requests only',
    pipeline(TEST.replace('{ steps', '{ when { changeRequest() }\n steps'), DEPLOY),
    /^\? `Test` runs for change requests only/,
  ],
  [
    'a scripted pipeline',
    "node { stage('Test') { sh 'npm test' }\n stage('Deploy to production') { sh 'kubectl apply -f k8s' } }",
    /^true/,
  ],
])('knows whether tests stand before a deploy: %s', (_, text, expected) => {
  expect(fact('testedBefore', text)).toEqual([expect.stringMatching(expected)]);
});

it('knows an input step within a timeout as an approval', () => {
  const ask = "stage('Ask') { steps { timeout(time: 1) { input 'ok?' } } }";
  expect(fact('approval', pipeline(ask, DEPLOY))).toEqual([expect.stringMatching(/^required/)]);
  expect(fact('approval', pipeline(DEPLOY, ask))).toEqual([expect.stringMatching(/^none/)]);
});

it('leaves open whether a condition asks anyone, unless the deploy stands under the same condition', () => {
  const asking = "if (params.ASK) { input 'ok?' }";
  const before = pipeline(`stage('Ask') { steps { script { ${asking} } } }`, DEPLOY);
  expect(fact('approval', before)).toEqual([expect.stringMatching(/^\? a condition of its script decides/)]);
  const both = "if (env.BRANCH_NAME == 'main') { input 'ok?'\n sh 'kubectl apply -f k8s' }";
  const same = pipeline(`stage('Deploy to production') { steps { script { ${both} } } }`);
  expect(fact('approval', same)).toEqual([expect.stringMatching(/^required/)]);
});

it.each([
  ['Deploy to production', 'production'],
  ['deploy-production', 'production'],
  ['deploy_to_staging', 'staging'],
  ['Release: eu-production', 'eu-production'],
])('takes the environment from the name of a stage, without what joins them: %s', (name, target) => {
  const stage = DEPLOY.replace('Deploy to production', name);
  expect(fact('target', pipeline(stage))).toEqual([expect.stringMatching(new RegExp(`^${target} @`))]);
});

it('has a table of steps as the tables of delivery are', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { regex: true } });
  const validate = ajv.compile({
    type: 'array',
    items: { $ref: '#/definitions/action' },
    definitions: schema.definitions,
  });
  validate(steps);
  expect(validate.errors).toBeNull();
});

it.each([
  ['', '', /^null/],
  ["timeout(time: 1, unit: 'HOURS')", '', /^60 /],
  ["timeout(time: 1, unit: 'HOURS')", 'timeout(10)', /^10 /],
  ['timeout(10)', "timeout(time: 1, unit: 'DAYS')", /^10 /],
  ['timeout(time: LIMIT)', '', /^\? its `timeout` is known only/],
])('knows how long a deploy may take: `%s` of the pipeline, `%s` of the stage', (outer, inner, expected) => {
  const options = (text: string): string => (text === '' ? '' : `options { ${text} }`);
  const stage = DEPLOY.replace('{ steps', `{ ${options(inner)}\n steps`);
  const text = pipeline(stage).replace('agent any', `agent any\n ${options(outer)}`);
  expect(fact('timeLimit', text)).toEqual([expect.stringMatching(expected)]);
});

it('knows the time limit of the steps that deploy, and of what holds them', () => {
  const steps = "timeout(time: 30, unit: 'MINUTES') { timeout(60) { sh 'kubectl apply -f k8s' } }";
  expect(fact('timeLimit', pipeline(`stage('Live') { steps { ${steps} } }`))).toEqual([
    expect.stringMatching(/^30 /),
  ]);
  const scripted = `node { timeout(5) { stage('Live') { sh 'kubectl apply -f k8s' } } }`;
  expect(fact('timeLimit', scripted)).toEqual([expect.stringMatching(/^5 /)]);
});

const deploys = (text: string): string[] =>
  subjectsOf(text).flatMap(({ kind, name }) => (kind === 'deploy-job' ? [name] : []));

it('takes for deploys what is named so and not read, and no container of stages or record of one', () => {
  expect(deploys(pipeline("stage('Deploy') { steps { sh './run.sh' } }"))).toEqual(['Deploy']);
  expect(deploys(pipeline("stage('Deploy') { steps { sh 'echo deployed' } }"))).toEqual([]);
  const holder = `stage('Deploy to production') { stages {\n${DEPLOY.replace('Deploy to production', 'Apply')}\n} }`;
  expect(deploys(pipeline(holder))).toEqual(['Deploy to production/Apply']);
  expect(deploys(pipeline("stage('Tag') { steps { tagDeployment('shop') } }"))).toEqual([]);
  expect(deploys(pipeline("stage('Live') { steps { deployShop('shop') } }"))).toEqual(['Live']);
});

it('does not know how builds of other jobs were tested', () => {
  const copy = "stage('Get') { steps { copyArtifacts projectName: 'shop', selector: lastSuccessful() } }";
  expect(fact('testedBefore', pipeline(copy, DEPLOY))).toEqual([
    expect.stringMatching(/^\? what `copyArtifacts shop` does is not read/),
  ]);
});

const WORDS =
  `pipeline stages stage steps sh parallel matrix axes axis name values when input post failure node try
  catch environment options lock agent docker image parameters choice build { } ( ) [ ] , : = 'a' "b" 'npm test' \n`
    .split(/ +/)
    .concat('\n');

it('never throws, whatever stands in a file', () => {
  const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(texts, (text) => void subjectsOf(text)),
    { numRuns: 500 },
  );
});

it('bears methods that call themselves, and deep nesting', () => {
  expect(subjectsOf('def a() { a(); a() }\nnode { a() }')).toHaveLength(1);
  expect(subjectsOf(`node { ${"stage('x') { ".repeat(500)}${'}'.repeat(500)} }`)).toHaveLength(1);
});

it.each([
  ['def qg = waitForQualityGate()', "if (qg.status != 'OK') { error 'no' }", /^true/],
  ['def qg = waitForQualityGate()', "if (qg.status != 'OK') { echo 'no' }", /^false/],
  [
    "def s = sh(script: 'trivy fs --exit-code 1 .', returnStatus: true)",
    "if (s != 0) { error('no') }",
    /^true/,
  ],
])('knows whether what a scan finds fails the stage: %s, %s', (scan, then, expected) => {
  const stage = `stage('Scan') { steps { script { ${scan}\n ${then} } } }`;
  expect(fact('scannedBefore', pipeline(stage, DEPLOY))).toEqual([expect.stringMatching(expected)]);
});

it('knows a step of a library that tells of a failure, by its name', () => {
  const told = DEPLOY.replace(/ \}$/, "\n post { failure { notifyTeam('no') } } }");
  expect(fact('failureNotified', pipeline(told))).toEqual([expect.stringMatching(/^true/)]);
  expect(fact('failureNotified', pipeline(DEPLOY))).toEqual([expect.stringMatching(/^false/)]);
});

it('takes nothing for a deploy that takes something away', () => {
  const clean = "stage('Cleanup') { steps { sh './deploy.sh' } }";
  expect(deploys(pipeline(clean))).toEqual([]);
  expect(deploys(pipeline(clean.replace('Cleanup', 'Deploy and clean')))).toEqual(['Deploy and clean']);
});

it('reads files of more statements than a call takes arguments', () => {
  const { diagnostics } = normalize([parseGroovy(sourceFile('Jenkinsfile', 'a\n'.repeat(200_000)))]);
  expect(diagnostics).toEqual([]);
});
