import { expect, it } from 'vitest';
import { sourceFile } from '../../source/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { formats } from '../all.ts';

/** Which formats take a file. */
const takenBy = (path: string, text: string): readonly string[] =>
  parseYaml(sourceFile(path, text)).documents.flatMap((document) =>
    formats
      .filter(({ syntax }) => [syntax].flat().includes('data'))
      .filter((format) => format.detect(document as never))
      .map(({ id }) => id),
  );

it.each([
  ['.gitlab-ci.yml', 'a: { script: x }'],
  ['services/api/.gitlab-ci.yaml', 'include: x.yml'],
  ['ci/docker.gitlab-ci.yml', '.a: { image: x }'],
  ['.gitlab/ci/test.yml', 'a: { script: x }'],
  ['templates/deploy.yml', '"$[[ inputs.a ]]": { script: x }'],
])('takes %s', (path, text) => {
  expect(takenBy(path, text)).toEqual(['gitlab-ci']);
});

it('takes both documents of a component', () => {
  expect(
    takenBy('templates/x.yml', 'spec: { inputs: { a: } }\n---\na: { script: "$[[ inputs.a ]]" }\n'),
  ).toEqual(['gitlab-ci', 'gitlab-ci']);
});

it.each<[path: string, text: string, by: string[]]>([
  ['ci/test.yml', 'a: { script: x }', []],
  ['.gitlab/issue.yml', 'labels: [a]', []],
  ['.gitlab/agents/prod/config.yaml', 'ci_access: { projects: [{ id: x }] }', []],
  ['.github/workflows/a.yml', 'on: push\njobs: { a: { steps: [] } }', ['github-actions']],
  ['.gitlab/deploy.yml', 'apiVersion: v1\nkind: Service\nmetadata: { name: a }', ['kubernetes']],
])('leaves %s to others', (path, text, by) => {
  expect(takenBy(path, text)).toEqual(by);
});
