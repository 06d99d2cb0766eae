import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineByLine } from './layout.ts';

const textOf = (value: unknown): string => [...lineByLine(value)].join('');

it('members and entries of lists have a line each, and entries no more than one', () => {
  const value = { a: { b: 1, c: undefined }, list: [{ x: [1, { y: 'z' }] }, []], none: [], nothing: {} };
  expect(textOf(value)).toBe(`{
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

it('a list may come entry by entry', () => {
  const entries = new Set([{ a: 1 }, 2]).values();
  expect(textOf({ entries })).toBe(textOf({ entries: [{ a: 1 }, 2] }));
});

it('what is laid out reads back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(JSON.parse(textOf(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
