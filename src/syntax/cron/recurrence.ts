import { gapOf, UNREADABLE, type Gap } from './gap.ts';
import { gapOfFields, type Fields } from './pattern.ts';

/** How often something is done, as policies of clouds have it in words. */
export interface Recurrence {
  readonly every: 'hour' | 'day' | 'week' | 'month' | 'year';
  /** Every second, every third; 1 unless said otherwise. */
  readonly interval?: number;
  /** `Monday`, `MON`, `MO`. */
  readonly weekdays?: readonly string[];
  /** Which weekdays of a month: `First`, `LAST`, 2. */
  readonly weeks?: readonly string[];
  /** Days of a month; -1 and `L` are its last. */
  readonly days?: readonly string[];
  /** `January`, `JAN`, 1. */
  readonly months?: readonly string[];
  /** Hours of a day at which it starts and between which it is done, where it is not all day long. */
  readonly window?: { readonly from: number; readonly to: number };
}

const WEEKS: ReadonlyMap<string, string> = new Map([
  ['first', '#1'],
  ['second', '#2'],
  ['third', '#3'],
  ['fourth', '#4'],
  ['fifth', '#5'],
  ['last', 'L'],
]);
const WEEKDAYS: readonly string[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

export function gapOfRecurrence(recurrence: Recurrence): Gap {
  const { every, interval = 1, window } = recurrence;
  if (!Number.isInteger(interval) || interval < 1) return UNREADABLE;
  if (every === 'hour') return hourly(interval, window);
  if (every === 'day') return gapOf(interval * 24);
  const fields = fieldsOf(recurrence);
  const gap = fields ? gapOfFields(fields) : UNREADABLE;
  if (!('hours' in gap) || interval === 1) return gap;
  // Weeks, months or years that are left out come on top of the longest gap.
  const length = { week: 168, month: 744, year: 8784 }[every];
  return gapOf(gap.hours + (interval - 1) * length);
}

function hourly(interval: number, window: Recurrence['window']): Gap {
  if (!window || window.to <= window.from) return gapOf(Math.min(interval, 24));
  const runs = Math.floor((window.to - window.from) / interval);
  return gapOf(Math.max(runs > 0 ? interval : 0, 24 - runs * interval));
}

function fieldsOf({
  every,
  weekdays = [],
  weeks = [],
  days = [],
  months = [],
}: Recurrence): Fields | undefined {
  const names = weekdays.map((day) => WEEKDAYS.indexOf(day.slice(0, 2).toUpperCase()));
  const numbers = months.map((month) => MONTHS.indexOf(month.slice(0, 3).toUpperCase()) + 1);
  const dates = days.map((day) => (day === '-1' || day === '0' ? 'L' : day));
  const nth = weeks.map((week) => WEEKS.get(week.toLowerCase()));
  if (names.includes(-1) || numbers.includes(0) || nth.includes(undefined)) return undefined;
  if (dates.some((day) => !/^(?:[L1-9]|[12]\d|3[01])$/.test(day))) return undefined;
  const month = numbers.length > 0 ? numbers.join(',') : every === 'year' ? '1' : '*';
  if (every === 'week')
    return names.length > 0 ? ['0', '0', '*', '*', names.join(',')] : ['0', '0', '*', '*', '0'];
  if (names.length > 0 && nth.length === 0) return undefined;
  if (names.length > 0)
    return ['0', '0', '*', month, names.flatMap((day) => nth.map((week) => `${day}${week ?? ''}`)).join(',')];
  return ['0', '0', dates.length > 0 ? dates.join(',') : '1', month, '*'];
}
