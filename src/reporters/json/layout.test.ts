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

it.each([0, 1, 64, 65, 200])('a list of %d may be made entry by entry', (count) => {
  const numbers = Array.from({ length: count }, (_, at) => at);
  const entries = lazily(numbers, (each) => ({ text: `${String(each)}\n`, none: [] }));
  const whole = numbers.map((each) => ({ text: `${String(each)}\n`, none: [] }));
  expect([...indented({ entries, last: null })].join('')).toBe(
    `${JSON.stringify({ entries: whole, last: null }, null, 2)}\n`,
  );
});
