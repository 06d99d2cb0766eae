import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printSubjects } from '../../../test/support/facts.ts';
import { purposeOf, type Subject } from '../../model/index.ts';
import { sourceFile } from '../../source/index.ts';
import { parseToml } from '../../syntax/toml/index.ts';
import { format } from './index.ts';

async function subjectsOf(text: string, path = 'shop/fly.toml'): Promise<readonly Subject[]> {
  const { documents } = parseToml(sourceFile(path, text));
  const { subjects } = await format.normalize(
    documents.filter((document) => format.detect(document)),
    { environmentOf: purposeOf, readText: () => undefined, exists: () => false, filesBelow: () => undefined },
  );
  return subjects;
}

it('gives the whole answer for a sample', async () => {
  const text = readFileSync(`${import.meta.dirname}/samples/shop.toml`, 'utf8');
  await expect(printSubjects(await subjectsOf(text))).toMatchFileSnapshot('samples/shop.expected.txt');
});

it.each([
  ['', 'rolling', false],
  ['strategy = "rolling"', 'rolling', false],
  ['strategy = "immediate"', 'recreate', false],
  ['strategy = "canary"', 'canary', true],
  ['strategy = "bluegreen"', 'blue-green', true],
  [
    'strategy = "slow"',
    { unknown: '`slow` is no strategy of Fly' },
    { unknown: 'the strategy is not known' },
  ],
  ['strategy = 1', { unknown: 'the strategy is no text' }, { unknown: 'the strategy is not known' }],
])('%s releases by %j', async (line, strategy, rollsBack) => {
  const rollout = (await subjectsOf(`app = "shop"\n[deploy]\n${line}`)).find(
    ({ kind }) => kind === 'rollout',
  );
  expect(rollout?.facts).toMatchObject({ strategy: { value: strategy }, rollsBack: { value: rollsBack } });
});

it('takes the environment from the name of the file, else of the app', async () => {
  const of = async (app: string, path: string): Promise<string | undefined> =>
    (await subjectsOf(`app = "${app}"\nprimary_region = "fra"`, path))[0]?.environment;
  expect(await of('shop', 'fly.staging.toml')).toBe('staging');
  expect(await of('shop-prod', 'fly.toml')).toBe('production');
  expect(await of('shop', 'fly.toml')).toBeUndefined();
});

it('keeps copies of volumes as long as the file says', async () => {
  const kept = async (line: string): Promise<unknown> => {
    const backup = (await subjectsOf(`app = "shop"\n[[mounts]]\nsource = "data"\n${line}`)).find(
      ({ kind }) => kind === 'backup',
    );
    return backup?.kind === 'backup' ? backup.facts.retentionDays.value : undefined;
  };
  expect(await kept('')).toBe(5);
  expect(await kept('snapshot_retention = 30')).toBe(30);
  expect(await kept('scheduled_snapshots = false')).toBe(0);
});

it('is built from the Dockerfile beside it when it names no image', async () => {
  const [workload] = await subjectsOf(
    'app = "shop"\n[build]\ndockerfile = "web/Dockerfile"\nbuild-target = "run"\n[deploy]',
  );
  expect(workload).toMatchObject({
    facts: {
      containers: [{ builtFrom: { file: { value: 'shop/web/Dockerfile' }, stage: { value: 'run' } } }],
    },
  });
});

it('survives whatever stands where something else should', async () => {
  const value = fc.constantFrom('1', '"x"', 'true', '[]', '[1]', '{}', '{ a = 1 }', '[{}]', '["x"]');
  const key = fc.constantFrom(
    'http_service',
    'services',
    'mounts',
    'vm',
    'deploy',
    'processes',
    'build',
    'checks',
    'env',
  );
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name }), async (pairs) => {
      await subjectsOf(['app = "shop"', ...pairs.map(([name, what]) => `${name} = ${what}`)].join('\n'));
    }),
  );
});
