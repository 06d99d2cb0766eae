import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineByLine } from './layout.ts';

it('members and entries of lists have a line each, and entries no more than one', () => {
  const value = { a: { b: 1, c: undefined }, list: [{ x: [1, { y: 'z' }] }, []], none: [], nothing: {} };
  expect(lineByLine(value)).toBe(`{
  "a": {
    "b": 1
  },
  "list": [
    {"x":[1,{"y":"z"}]},
    []
  ],
  "none": [],
  "nothing": {}
}`);
});

it('what is laid out reads back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(JSON.parse(lineByLine(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
