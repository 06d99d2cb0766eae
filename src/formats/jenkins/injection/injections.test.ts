import { expect, it } from 'vitest';
import { show } from '../../../../test/support/screen.ts';
import { sourceFile } from '../../../source/index.ts';
import { parseGroovy } from '../../../syntax/groovy/index.ts';
import { normalize } from '../normalize.ts';

function injections(text: string): string[] {
  const { subjects } = normalize([parseGroovy(sourceFile('Jenkinsfile', text))]);
  return subjects.flatMap((one) =>
    one.kind === 'pipeline' ? one.facts.injections.map(({ expression }) => show(expression)) : [],
  );
}

it.each([
  ['sh "echo ${env.CHANGE_TITLE}"', ['env.CHANGE_TITLE @1:17']],
  ['sh "git checkout $CHANGE_BRANCH"', ['CHANGE_BRANCH @1:25']],
  ['sh \'echo "$CHANGE_TITLE"\'', []],
  ['sh "echo \'${env.CHANGE_TITLE}\'"', ['env.CHANGE_TITLE @1:18']],
  ['sh(script: """\n  echo ${env.CHANGE_TITLE}\n""", returnStdout: true)', ['env.CHANGE_TITLE @2:8']],
  ['sh "echo " + env.CHANGE_TITLE', ['env.CHANGE_TITLE @1:21']],
  ['bat "echo ${ghprbPullTitle}"', ['ghprbPullTitle @1:18']],
  ['sh "echo ${env.CHANGE_ID} ${env.BRANCH_NAME} ${env.CHANGE_TARGET}"', []],
  ['sh "echo ${env.CHANGE_TITLE.length()}"', []],
  ['sh "echo ${env.CHANGE_TITLE?.trim() ?: \'none\'}"', [expect.stringMatching(/^env\.CHANGE_TITLE/)]],
  ['echo "${env.CHANGE_TITLE}"', []],
  ['sh \'eval "echo $CHANGE_TITLE"\'', ['$CHANGE_TITLE @1:23']],
  ['sh \'ssh host "git checkout $CHANGE_BRANCH"\'', ['$CHANGE_BRANCH @1:35']],
  ['sh \'ssh host "git checkout $GIT_COMMIT"\'', []],
  [
    'sshCommand remote: host, command: "./ship ${env.CHANGE_BRANCH}"',
    [expect.stringMatching(/^env\.CHANGE_BRANCH/)],
  ],
])('knows what an outsider pastes into a script: %s', (step, expected) => {
  expect(injections(`node { ${step} }`)).toEqual(expected);
});

it('follows variables, and what Git says of commits', () => {
  const from = (value: string): string[] => injections(`def why = ${value}\nnode { sh "echo \${why}" }`);
  expect(from('env.CHANGE_TITLE')).toEqual(['why @2:17']);
  expect(from('"built for ${env.CHANGE_TITLE}"')).toEqual(['why @2:17']);
  expect(from('env.CHANGE_BRANCH ?: env.BRANCH_NAME')).toEqual(['why @2:17']);
  expect(from("sh(returnStdout: true, script: 'git log -1 --pretty=%B').trim()")).toEqual(['why @2:17']);
  expect(from("sh(returnStdout: true, script: 'git rev-parse HEAD').trim()")).toEqual([]);
  expect(from('why')).toEqual([]);
  const set = 'node { script { env.WHY = env.CHANGE_TITLE }\nsh "echo $WHY" }';
  expect(injections(set)).toEqual(['WHY @2:10']);
  const section = `pipeline { environment { WHY = "\${env.CHANGE_TITLE}" }
stages { stage('a') { steps { sh "echo $WHY"; sh 'echo $WHY' } } } }`;
  expect(injections(section)).toEqual(['WHY @2:40']);
});

it('leaves open who may choose a parameter, when it takes any text', () => {
  const text = `pipeline { parameters { string(name: 'VERSION'); choice(name: 'ENV', choices: ['a', 'b']) }
stages { stage('a') { steps { sh "ship \${params.VERSION} \${params.ENV}" } } } }`;
  expect(injections(text)).toEqual(['? who may choose `VERSION` is set in Jenkins @2:40']);
});
