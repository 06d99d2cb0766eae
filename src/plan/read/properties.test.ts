import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateProblem, parseHours } from './calendar.ts';

const UNITS = [
  ['w', 168],
  ['d', 24],
  ['h', 1],
  ['m', 1 / 60],
  ['s', 1 / 3600],
] as const;
const amounts = fc.tuple(...UNITS.map(() => fc.option(fc.integer({ min: 0, max: 999 }))));

it('takes exactly the days that there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), fc.nat(14), fc.nat(33), (year, month, day) => {
      const text = [
        String(year).padStart(4, '0'),
        ...[month, day].map((part) => String(part).padStart(2, '0')),
      ];
      const date = new Date(`${text.join('-')}T00:00:00Z`);
      const exists = !Number.isNaN(date.getTime()) && date.getUTCDate() === day;
      expect(dateProblem(text.join('-')) === undefined).toBe(exists);
    }),
    { numRuns: 2000 },
  );
});

it('takes nothing for a day that is written in another way', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (dateProblem(text) === undefined) expect(text).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }),
  );
  const others = [
    '31.12.2026',
    '12/31/2026',
    '2026-1-5',
    '2026-12-07T10:00:00Z',
    ' 2026-12-07',
    '20261207',
    '２０２６-12-07',
  ];
  expect(others.filter((text) => dateProblem(text) === undefined)).toEqual([]);
});

it('adds up the units of a duration in their order, and takes them in no other', () => {
  fc.assert(
    fc.property(amounts, (given) => {
      const parts = given.flatMap((amount, index) =>
        amount === null ? [] : [{ amount, unit: UNITS[index]! }],
      );
      const write = (list: typeof parts): string =>
        list.map(({ amount, unit }) => `${amount}${unit[0]}`).join('');
      const hours = parts.reduce((sum, { amount, unit }) => sum + amount * unit[1], 0);
      const found = parseHours(write(parts));
      if (parts.length === 0) expect(found).toBeUndefined();
      else expect(found).toBeCloseTo(hours, 5);
      if (parts.length > 1) expect(parseHours(write([...parts].reverse()))).toBeUndefined();
    }),
  );
});

it('takes nothing for a duration that has no length that one could know, and never fails', () => {
  const others = ['1y', 'P1Y', 'P1M', '5', '-5m', '5 m', '1.h', 'h', 'PT', 'P', '1e3s', '5min', '٣m', '1h1h'];
  expect(others.filter((text) => parseHours(text) !== undefined)).toEqual([]);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const hours = parseHours(text);
      expect(hours === undefined || (Number.isFinite(hours) && hours >= 0)).toBe(true);
    }),
  );
});
