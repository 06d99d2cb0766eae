import { expect, it } from 'vitest';
import { printSubjects } from '../../../../test/support/facts.ts';
import { sourceFile } from '../../../source/index.ts';
import { parseYaml } from '../../../syntax/yaml/index.ts';
import { format } from '../index.ts';

async function linesOf(files: Readonly<Record<string, string>>, word: string): Promise<readonly string[]> {
  const documents = Object.entries(files).flatMap(
    ([path, text]) => parseYaml(sourceFile(path, text)).documents,
  );
  const { subjects } = await format.normalize(documents, {
    environmentOf: () => undefined,
    readText: () => undefined,
    exists: () => false,
    filesBelow: () => undefined,
  });
  return printSubjects(subjects)
    .split('\n')
    .filter((line) => line.trim().startsWith(word))
    .map((line) => line.trim().replace(/ @.*$/, ''));
}

const workload = (name: string, labels: string, more = ''): string =>
  `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name}${more} }\nspec: { replicas: 3, template: { metadata: { labels: ${labels} }, spec: { containers: [{ name: a, image: a }] } } }\n`;
const service = (selector: string, more = ''): string =>
  `---\napiVersion: v1\nkind: Service\nmetadata: { name: s${more} }\nspec: { selector: ${selector} }\n`;
const budget = (spec: string): string =>
  `---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: b }\nspec: ${spec}\n`;

it('does not fit where a workload beside it has the labels with other values, elsewhere, or not on its pods', async () => {
  const answers = (text: string): Promise<readonly string[]> => linesOf({ 'k8s/a.yaml': text }, 'answered');
  expect(await answers(workload('w', '{ app: w }') + service('{ app: w }'))).toEqual(['answered: true']);
  expect(await answers(workload('w', '{ app: w }') + service('{ app: v }'))).toEqual(['answered: false']);
  expect(
    await answers(workload('w', '{ app: w }', ', namespace: n') + service('{ app: w }', ', namespace: m')),
  ).toEqual(['answered: false']);
  expect(await answers(workload('w', '{ tier: w }', ', labels: { app: w }') + service('{ app: w }'))).toEqual(
    ['answered: false'],
  );
});

it('does not know where nothing beside it comes near, or where another Service there selects what does', async () => {
  const near = workload('w', '{ app: w }');
  const unknown = 'answered: unknown because no workload among the files has the labels that it selects by';
  expect(await linesOf({ 'k8s/a.yaml': service('{ app: v }'), 'other/b.yaml': near }, 'answered')).toEqual([
    unknown,
  ]);
  expect(
    await linesOf({ 'k8s/a.yaml': near + service('{ app: w }') + service('{ app: v }') }, 'answered'),
  ).toEqual(['answered: true', unknown]);
});

it('rounds what a budget leaves as Kubernetes does', async () => {
  const spared = (spec: string): Promise<readonly string[]> =>
    linesOf(
      {
        'k8s/a.yaml':
          workload('w', '{ app: w }') + budget(`{ ${spec}, selector: { matchLabels: { app: w } } }`),
      },
      'about.0.spared',
    );
  expect(await spared('maxUnavailable: 25%')).toEqual(['about.0.spared: 1']);
  expect(await spared('minAvailable: 50%')).toEqual(['about.0.spared: 1']);
  expect(await spared('minAvailable: 4')).toEqual(['about.0.spared: 0']);
  expect(await spared('minAvailable: many')).toEqual([
    'about.0.spared: unknown because minAvailable is the text "many", not a number or a percentage',
  ]);
});
