import { expect, it } from 'vitest';
import { discover, type Discovery } from '../discover/index.ts';
import { formats } from '../formats/index.ts';
import { memoryHost } from '../io/index.ts';
import { isPlan } from '../plan/index.ts';
import { choosePlan } from './plan.ts';

const found = (files: Readonly<Record<string, string | Uint8Array>>): Promise<Discovery> =>
  discover(memoryHost(files), {
    paths: ['', 'named.yaml'],
    include: [],
    exclude: [],
    formats,
    isPlan,
    isWaiver: () => false,
  });

it.each<
  [what: string, files: Readonly<Record<string, string | Uint8Array>>, code: string, told: readonly string[]]
>([
  ['missing', { 'other.yaml': 'a: 1\n' }, 'plan/not-found', []],
  ['something else', { 'named.yaml': 'a: 1\n' }, 'plan/not-a-plan', []],
  ['empty', { 'named.yaml': '' }, 'plan/not-a-plan', []],
  ['broken', { 'named.yaml': 'kind: DeploymentPlan\ntitle: "x\n' }, 'plan/invalid', ['yaml/unclosed']],
  ['binary', { 'named.yaml': Uint8Array.of(0, 1) }, 'plan/invalid', ['io/binary']],
])('of a named plan that is %s it says so', async (_, files, code, told) => {
  const mistake: unknown = await choosePlan(await found(files), 'named.yaml', () => undefined).catch(
    (error: unknown) => error,
  );
  expect(mistake).toMatchObject({ code, diagnostics: told.map((each) => ({ code: each })) });
});
