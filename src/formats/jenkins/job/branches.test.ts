import { expect, it } from 'vitest';
import { show } from '../../../../test/support/screen.ts';
import { sourceFile } from '../../../source/index.ts';
import { parseGroovy } from '../../../syntax/groovy/index.ts';
import { normalize } from '../normalize.ts';

function limited(deploy: string, other = ''): string[] {
  const text = `pipeline { agent any\nstages {
stage('Deploy') { ${deploy}
steps { sh 'kubectl apply -f k8s/' } }
${other} } }`;
  const { subjects } = normalize([parseGroovy(sourceFile('Jenkinsfile', text))]);
  return subjects.flatMap((one) => (one.kind === 'deploy-job' ? [show(one.facts.branchesLimited)] : []));
}

const PREVIEW = "stage('Preview') { when { changeRequest() }; steps { echo 'hi' } }";

it.each([
  ["when { branch 'main' }", 'true @3:26'],
  ["when { branch 'release/*' }", 'true @3:26'],
  ['when { buildingTag() }', 'true @3:26'],
  ["when { expression { env.BRANCH_NAME == 'main' } }", 'true @3:26'],
  ["when { anyOf { branch 'main'; branch 'next' } }", 'true @3:26'],
  ["when { branch 'main'; expression { params.SHIP } }", 'true @3:26'],
  ['when { expression { params.SHIP } }', '? what decides whether its stage runs is not known @3:26'],
  ["when { not { branch 'main' } }", 'false @3:1'],
  ['when { not { changeRequest() } }', 'false @3:1'],
])('knows whether a stage runs for given branches only: %s', (when, expected) => {
  expect(limited(when)).toEqual([expected]);
});

it('takes a pipeline for one of several branches only where it asks for them', () => {
  expect(limited('')).toEqual(['? which branches Jenkins builds is set outside the files @3:1']);
  expect(limited('', PREVIEW)).toEqual(['false @3:1']);
});
