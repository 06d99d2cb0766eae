import { expect, it } from 'vitest';
import { printSubjects } from '../../../../test/support/facts.ts';
import { readTexts } from '../../../../test/support/read-samples.ts';
import { format } from '../index.ts';

async function linesOf(files: Readonly<Record<string, string>>, word: string): Promise<readonly string[]> {
  const { subjects } = await readTexts(format, files);
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

it('looks for the budgets of many workloads in no more time than it should', async () => {
  const many = (one: (index: number) => string): string =>
    Array.from({ length: 1500 }, (_, index) => one(index)).join('');
  const text =
    many((index) => workload(`w${index}`, `{ app: w${index} }`)) +
    many((index) => budget(`{ maxUnavailable: 1, selector: { matchLabels: { app: w${index} } } }`));
  const before = process.cpuUsage();
  const about = await linesOf({ 'k8s/a.yaml': text }, 'about.0.workload');
  expect(about).toHaveLength(1500);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
});
