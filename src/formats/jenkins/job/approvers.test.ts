import { expect, it } from 'vitest';
import { show } from '../../../../test/support/screen.ts';
import { sourceFile } from '../../../source/index.ts';
import { parseGroovy } from '../../../syntax/groovy/index.ts';
import { normalize } from '../normalize.ts';

function named(stage: string): string[] {
  const text = `pipeline { agent none\nstages { stage('Deploy') { ${stage} } } }`;
  const { subjects } = normalize([parseGroovy(sourceFile('Jenkinsfile', text))]);
  return subjects.flatMap((one) => (one.kind === 'deploy-job' ? [show(one.facts.approversNamed)] : []));
}

const UP = "sh 'kubectl apply -f k8s/'";

it.each([
  [`input { message 'Ship?' }; steps { ${UP} }`, 'false @2:28'],
  [`input { message 'Ship?'; submitter 'ops' }; steps { ${UP} }`, 'true @2:63'],
  [`steps { input 'Ship?'; ${UP} }`, 'false @2:36'],
  [`steps { input message: 'Ship?', submitter: 'ops'; ${UP} }`, 'true @2:71'],
  [`steps { input message: 'Ship?', submitter: ''; ${UP} }`, 'false @2:71'],
  [`steps { input message: 'Ship?', submitter: env.OPS; ${UP} }`, 'true @2:71'],
  [
    `steps { input message: 'Ship?', submitterParameter: 'WHO'; ${UP} }`,
    '? the pipeline is told who answered, and may judge that @2:80',
  ],
  [`steps { ${UP} }`, 'null @2:10'],
])('knows whether an input names who may answer: %s', (stage, expected) => {
  expect(named(stage)).toEqual([expected]);
});
