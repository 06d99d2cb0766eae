import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateOf, dayOf, weekdayOf, workdaysWithout } from './workdays.ts';

const day = fc.integer({ min: dayOf('1950-01-01'), max: dayOf('2200-12-31') });
const holidays = fc.array(fc.integer({ min: dayOf('2026-01-01'), max: dayOf('2026-12-31') }), {
  maxLength: 40,
});
const near = fc.integer({ min: dayOf('2025-11-01'), max: dayOf('2027-02-01') });

it('knows the days of the week, and each day by its date', () => {
  expect(['2026-12-07', '2026-12-06', '1969-12-31'].map((date) => weekdayOf(dayOf(date)))).toEqual([
    'monday',
    'sunday',
    'wednesday',
  ]);
  fc.assert(
    fc.property(day, (each) => {
      expect(dayOf(dateOf(each))).toBe(each);
    }),
  );
});

it('counts Mondays to Fridays that are no holidays, as one would by hand', () => {
  const byHand = (free: readonly number[], first: number, last: number): number => {
    let count = 0;
    for (let each = first; each <= last; each += 1)
      if (!['saturday', 'sunday'].includes(weekdayOf(each)) && !free.includes(each)) count += 1;
    return count;
  };
  fc.assert(
    fc.property(holidays, near, near, (free, first, last) => {
      expect(workdaysWithout(free).between(first, last)).toBe(byHand(free, first, last));
    }),
  );
});

it('finds the day on which so many working days are over', () => {
  fc.assert(
    fc.property(holidays, near, fc.integer({ min: 1, max: 300 }), (free, first, count) => {
      const workdays = workdaysWithout(free);
      const last = workdays.after(first, count) ?? 0;
      expect(workdays.between(first, last)).toBe(count);
      expect(workdays.between(first, last - 1)).toBe(count - 1);
    }),
  );
  expect(workdaysWithout([]).after(0, 1e9)).toBeUndefined();
});
