import { expect, it } from 'vitest';
import { show } from '../../../../test/support/screen.ts';
import { sourceFile } from '../../../source/index.ts';
import { parseGroovy } from '../../../syntax/groovy/index.ts';
import { normalize } from '../normalize.ts';

function fact(name: 'testedBefore' | 'approval' | 'verifiedAfter', text: string): string[] {
  const { subjects } = normalize([parseGroovy(sourceFile('Jenkinsfile', text))]);
  return subjects.flatMap((one) => (one.kind === 'deploy-job' ? [show(one.facts[name])] : []));
}

const when = (condition: string): string => (condition === '' ? '' : `when { ${condition} }`);
const stage = (name: string, condition: string, step: string): string =>
  `stage('${name}') { ${when(condition)}\n steps { ${step} } }`;
const pipeline = (...stages: readonly string[]): string =>
  `pipeline { agent any\n stages {\n${stages.join('\n')}\n} }`;

const TRUE = /^true/;
const FALSE = /^false/;
const OPEN = /^\? a `when` of its stage decides/;

it.each([
  ["branch 'develop'", "branch 'master'", FALSE],
  ["branch 'master'", "branch 'master'", TRUE],
  ["branch 'master'", '', FALSE],
  ['', "branch 'master'", TRUE],
  ["anyOf { branch 'master'; branch 'develop' }", "branch 'master'", TRUE],
  ["anyOf { branch 'master'; environment name: 'ALL', value: 'true' }", "branch 'master'", TRUE],
  ["not { branch 'master' }", "branch 'master'", FALSE],
  ['not { buildingTag() }', "branch 'master'", TRUE],
  ['buildingTag()', "tag 'v*'", TRUE],
  ["branch pattern: 'release/.+', comparator: 'REGEXP'", "branch 'release/1'", TRUE],
  ["branch 'release/*'", "branch 'release/1'", TRUE],
  ["branch 'release/*'", "branch 'hotfix/1'", FALSE],
  ["expression { env.BRANCH_NAME == 'main' }", "branch 'main'", TRUE],
  ["expression { return env.BRANCH_NAME != 'main' }", "branch 'main'", FALSE],
  ["expression { BRANCH_NAME in ['main', 'next'] || env.CHANGE_ID }", "branch 'next'", TRUE],
  ["expression { env.BRANCH_NAME.startsWith('feature/') }", "branch 'main'", FALSE],
  ['expression { params.TESTS }', "branch 'main'", OPEN],
  ['expression { params.LIVE }', 'expression { params.LIVE }', TRUE],
  ['changeRequest()', "branch 'main'", /^\? `Test` runs for change requests only/],
  ["changeset '**/*.js'", "branch 'main'", OPEN],
  ['not { changeRequest() }', '', TRUE],
])('knows whether what runs when `%s` runs before a deploy when `%s`', (test, deploy, expected) => {
  const text = pipeline(
    stage('Test', test, "sh 'npm test'"),
    stage('Deploy', deploy, "sh 'kubectl apply -f k8s'"),
  );
  expect(fact('testedBefore', text)).toEqual([expect.stringMatching(expected)]);
});

it('looks at the conditions around stages, too', () => {
  const inner = stage('Test', '', "sh 'npm test'");
  const around = `stage('Checks') { when { branch 'develop' }\n stages { ${inner} } }`;
  const deploy = stage('Deploy', "branch 'master'", "sh 'kubectl apply -f k8s'");
  expect(fact('testedBefore', pipeline(around, deploy))).toEqual([expect.stringMatching(FALSE)]);
});

it.each([
  ["if (env.BRANCH_NAME == 'develop')", FALSE],
  ["if (env.BRANCH_NAME == 'master')", TRUE],
  ['if (params.TESTS)', OPEN],
])('looks at conditions around stages of a scripted pipeline: %s', (condition, expected) => {
  const text = `node {
  ${condition} { stage('Test') { sh 'npm test' } }
  if (env.BRANCH_NAME == 'master') { stage('Deploy') { sh 'kubectl apply -f k8s' } }
}`;
  expect(fact('testedBefore', text)).toEqual([expect.stringMatching(expected)]);
});

it('leaves open whether someone is asked who is asked on other branches', () => {
  const ask = stage('Ask', "branch 'main'", "input 'Go?'");
  const live = (condition: string): string => stage('Deploy', condition, "sh 'kubectl apply -f k8s'");
  expect(fact('approval', pipeline(ask, live("branch 'main'")))).toEqual([
    expect.stringMatching(/^required/),
  ]);
  expect(fact('approval', pipeline(ask, live('')))).toEqual([
    expect.stringMatching(/^\? a `when` of its stage decides whether someone is asked/),
  ]);
});

it('does not take a look at another deploy for one at this', () => {
  const deploy = stage('Deploy', "branch 'main'", "sh 'kubectl apply -f k8s'");
  const look = (branch: string): string =>
    stage('Look', `branch '${branch}'`, "sh 'kubectl rollout status deployment/shop'");
  expect(fact('verifiedAfter', pipeline(deploy, look('main')))).toEqual([expect.stringMatching(TRUE)]);
  expect(fact('verifiedAfter', pipeline(deploy, look('develop')))).toEqual([expect.stringMatching(FALSE)]);
});

it('takes no time for patterns that could take long', () => {
  const patterns = ["branch '*a*a*a*a*a*b'", "branch pattern: '(a+)+b', comparator: 'REGEXP'"];
  for (const pattern of patterns) {
    const text = pipeline(
      stage('Test', pattern, "sh 'npm test'"),
      stage('Deploy', "branch 'main'", "sh 'kubectl apply -f k8s'"),
    );
    expect(fact('testedBefore', text)).toEqual([expect.stringMatching(OPEN)]);
  }
});
