import { expect, test } from 'vitest';
import { growth, LINEAR } from '../../../test/support/growth.ts';
import { loadCompiler } from '../../dev/policy/compiler.ts';
import { ENTRYPOINTS } from '../compile/build.ts';
import { instantiate, loadSdk } from './instance.ts';

test('a fresh instance reads a document of many sections in proportion to their number', async () => {
  const policy = 'package planproof.main\n\nresults := {"sections": count(input.sections)}\n';
  const compiler = await loadCompiler();
  const { wasm } = await compiler.compile(
    { 'main.rego': policy },
    { entrypoints: ENTRYPOINTS, inputSchema: null },
  );
  const module = await WebAssembly.compile(wasm ?? new Uint8Array());
  const sdk = await loadSdk();
  const [entrypoint = ''] = ENTRYPOINTS;
  const read = (text: string): unknown =>
    instantiate(sdk, module, entrypoint).evaluate(`{"sections":[${text.slice(0, -1)}]}`);
  const piece = '{"heading":"Same","level":1,"topic":"other","steps":0,"commands":0,"words":0},';
  expect(read(piece.repeat(3))).toEqual([{ result: { sections: 3 } }]);
  // Two hundred times as much: from 64 MB on, the engine looks through its heap for every page that memory grows by.
  expect(growth((text) => read(text.repeat(200)), piece)).toBeLessThan(LINEAR);
});
