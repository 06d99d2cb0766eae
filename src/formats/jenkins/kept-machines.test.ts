import { expect, it } from 'vitest';
import { show } from '../../../test/support/screen.ts';
import { sourceFile } from '../../source/index.ts';
import { parseGroovy } from '../../syntax/groovy/index.ts';
import { normalize } from './normalize.ts';

function kept(text: string): string[] {
  const { subjects } = normalize([parseGroovy(sourceFile('Jenkinsfile', text))]);
  return subjects.flatMap((one) =>
    one.kind === 'pipeline'
      ? one.facts.mistakes.flatMap(({ about, problem }) =>
          about === 'machine' ? [show(problem).replace(/^.* @/, '')] : [],
        )
      : [],
  );
}

const declarative = (top: string, stage: string): string =>
  `pipeline { ${top}\nstages { stage('Ask') { ${stage} } } }`;
const ASK = "steps { input 'Ship?' }";

it.each([
  ['agent any', ASK, ['2:33']],
  ['agent none', ASK, []],
  ['agent none', `agent { label 'linux' }; ${ASK}`, ['2:58']],
  ['agent none', "agent any; input { message 'Ship?' }; steps { sh 'make' }", []],
  ['agent any', "input { message 'Ship?' }; steps { sh 'make' }", ['2:25']],
  ["agent any; options { timeout(time: 1, unit: 'HOURS') }", ASK, []],
  ['agent any', `options { timeout(5) }; ${ASK}`, []],
  ['agent any', "steps { timeout(5) { input 'Ship?' } }", []],
  ['agent any', "steps { script { if (env.ASK) { input message: 'Ship?' } } }", ['2:57']],
])('knows whether an agent waits as well: %s, %s', (top, stage, expected) => {
  expect(kept(declarative(top, stage))).toEqual(expected);
});

it('reads scripted pipelines, and no methods, which may be called from anywhere', () => {
  expect(kept("node { stage('Ask') { input 'Ship?' } }")).toEqual(['1:23']);
  expect(kept("node { sh 'make' }\nstage('Ask') { input 'Ship?' }")).toEqual([]);
  expect(kept("def ask() { node { input 'Ship?' } }\nask()")).toEqual([]);
});
