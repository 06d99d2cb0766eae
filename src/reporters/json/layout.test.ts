import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { indented, lazily } from './layout.ts';

it('pieces are the text that JSON.stringify gives, and a line end', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { minKeys: 1, noNullPrototype: true }),
      (value) => {
        expect([...indented(value)].join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
      },
    ),
  );
});

it('a list may be made entry by entry', () => {
  const entries = lazily([1, 2], (each) => ({ text: `${String(each)}\n`, none: [] }));
  const whole = [1, 2].map((each) => ({ text: `${String(each)}\n`, none: [] }));
  expect([...indented({ entries, last: null })].join('')).toBe(
    `${JSON.stringify({ entries: whole, last: null }, null, 2)}\n`,
  );
});
