import { expect, test } from 'vitest';
import { growth, LINEAR } from '../../../test/support/growth.ts';
import { loadCompiler } from '../../dev/policy/compiler.ts';
import { ENTRYPOINTS } from '../compile/build.ts';
import { instantiate, loadSdk, type PolicyInstance } from './instance.ts';

const [ENTRYPOINT = ''] = ENTRYPOINTS;
const PIECE = '{"heading":"Same","level":1,"topic":"other","steps":0,"commands":0,"words":0},';

/** Gives fresh instances of a policy that counts. */
async function load(): Promise<() => PolicyInstance> {
  const policy = 'package planproof.main\n\nresults := {"sections": count(input.sections)}\n';
  const compiler = await loadCompiler();
  const { wasm } = await compiler.compile(
    { 'main.rego': policy },
    { entrypoints: ENTRYPOINTS, inputSchema: null },
  );
  const module = await WebAssembly.compile(wasm ?? new Uint8Array());
  const sdk = await loadSdk();
  return () => instantiate(sdk, module, ENTRYPOINT);
}

test('what an evaluation left in memory is no reason to grow in the next one', async () => {
  const instance = (await load())();
  const read = (): unknown => instance.evaluate(`{"sections":[${PIECE.repeat(50_000).slice(0, -1)}]}`);
  expect(read()).toEqual([{ result: { sections: 50_000 } }]);
  const taken = instance.memoryBytes;
  read();
  expect(instance.memoryBytes).toBe(taken);
});

test('a fresh instance reads a document of many sections in proportion to their number', async () => {
  const fresh = await load();
  const read = (text: string): unknown => fresh().evaluate(`{"sections":[${text.slice(0, -1)}]}`);
  expect(read(PIECE.repeat(3))).toEqual([{ result: { sections: 3 } }]);
  // Two hundred times as much: from 64 MB on, the engine looks through its heap for every page that memory grows by.
  expect(growth((text) => read(text.repeat(200)), PIECE)).toBeLessThan(LINEAR);
});
