import { expect, it } from 'vitest';
import { show } from '../../../../test/support/screen.ts';
import { sourceFile } from '../../../source/index.ts';
import { parseGroovy } from '../../../syntax/groovy/index.ts';
import { normalize } from '../normalize.ts';

function pasted(text: string): string[] {
  const { subjects } = normalize([parseGroovy(sourceFile('Jenkinsfile', text))]);
  return subjects.flatMap((one) =>
    one.kind === 'pipeline' ? one.facts.bareSecrets.map(({ how, secret }) => `${how} ${show(secret)}`) : [],
  );
}

const bound = (binding: string, step: string): string[] =>
  pasted(`node { withCredentials([${binding}]) {\n${step} } }`);

it.each([
  ["string(credentialsId: 'a', variable: 'T')", 'sh "curl -u :${T} x"', ['pasted T @2:14']],
  ["string(credentialsId: 'a', variable: 'T')", 'sh "curl -u :$T x"', ['pasted T @2:14']],
  [
    "string(credentialsId: 'a', variable: 'T')",
    'sh "curl -u :${env.T.trim()} x"',
    ['pasted env.T.trim() @2:14'],
  ],
  ["string(credentialsId: 'a', variable: 'T')", "sh 'curl -u :$T x'", []],
  ["string(credentialsId: 'a', variable: 'T')", 'sh "curl ${params.T} ${T.length()}"', []],
  ["string(credentialsId: 'a', variable: 'T')", 'echo "${T}"', []],
  ["file(credentialsId: 'a', variable: 'F')", 'sh "cat ${F}"', []],
  [
    "usernamePassword(credentialsId: 'a', usernameVariable: 'U', passwordVariable: 'P')",
    'sh "login ${U} ${P}"',
    ['pasted P @2:16'],
  ],
  [
    "sshUserPrivateKey(credentialsId: 'a', keyFileVariable: 'K', passphraseVariable: 'S')",
    'sh "ssh -i ${K}"',
    [],
  ],
])('knows which secret of %s Groovy puts into %s', (binding, step, expected) => {
  expect(bound(binding, step)).toEqual(expected);
});

it('knows the variables that an environment section takes from the store', () => {
  const text = `pipeline { environment { A = credentials('a'); B = 'b' }
stages { stage('s') { steps { sh "x $A $A_PSW $A_USR $B" } } } }`;
  expect(pasted(text)).toEqual(['pasted A @2:37', 'pasted A_PSW @2:40']);
});
