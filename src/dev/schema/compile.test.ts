import { expect, test } from 'vitest';
import type { CompiledValidator } from '../../schema/index.ts';
import { compileSchema } from './compile.ts';

const load = async (code: string): Promise<CompiledValidator> => {
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  const module = (await import(/* @vite-ignore */ url)) as { default: CompiledValidator };
  return module.default;
};

test('a compiled schema judges without any import', async () => {
  const code = await compileSchema({
    type: 'object',
    additionalProperties: false,
    properties: {
      day: { type: 'string', format: 'date' },
      name: { type: 'string', maxLength: 2 },
      list: { type: 'array', uniqueItems: true },
      term: { type: 'string', format: 'duration' },
    },
  });
  expect(code).not.toMatch(/^\s*import\b/m);
  const validate = await load(code);
  expect(validate({ day: '2026-02-28', name: '💐💐', list: [{ a: 1 }, { a: 2 }], term: 'PT4H' })).toBe(true);
  expect(validate({ day: '2026-02-30', name: 'abc', list: [{ a: 1 }, { a: 1 }], term: '4h', x: 1 })).toBe(
    false,
  );
  expect(
    validate.errors?.map(({ keyword, instancePath, params }) => ({ keyword, instancePath, params })),
  ).toEqual([
    { keyword: 'additionalProperties', instancePath: '', params: { additionalProperty: 'x' } },
    { keyword: 'format', instancePath: '/day', params: { format: 'date' } },
    { keyword: 'maxLength', instancePath: '/name', params: { limit: 2 } },
    { keyword: 'uniqueItems', instancePath: '/list', params: { i: 1, j: 0 } },
    { keyword: 'format', instancePath: '/term', params: { format: 'duration' } },
  ]);
});
