/** When an event happens again: RFC 5545, 3.3.10, as far as people write it for days off and freezes. */
const DAY = 86_400_000;
const MAX_INTERVAL = 1000;
/** Of a rule that counts, no more days than these are walked through: over fifty years. */
const MAX_COUNTED_DAYS = 20_000;

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A rule of recurrence; empty lists limit nothing. */
export interface Recurrence {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** The last day that counts. */
  readonly until: string | null;
  /** Days of the week, Sunday 0; `nth` of the month, from its end where negative. */
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number | null }[];
  /** Days of the month, from its end where negative. */
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  /** On which day weeks begin. */
  readonly weekStart: number;
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const FREQUENCIES: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] satisfies Frequency[];
const PARTS = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'WKST']);

/** The value of RRULE; undefined when it is none, or has parts that are not understood: nothing of it is guessed. */
export function recurrenceOf(value: string): Recurrence | undefined {
  const parts = partsOf(value);
  const frequency = parts?.get('FREQ') ?? '';
  if (!parts || !isFrequency(frequency) || (parts.has('COUNT') && parts.has('UNTIL'))) return undefined;
  const one = <T>(name: string, otherwise: T, read: (text: string) => T | undefined): T | undefined => {
    const text = parts.get(name);
    return text === undefined ? otherwise : read(text);
  };
  const all = <T>(name: string, read: (text: string) => T | undefined): readonly T[] | undefined =>
    one<readonly T[]>(name, [], (text) => {
      const list = text.split(',', 400).map(read);
      return isAll(list) ? list : undefined;
    });
  const rule = {
    frequency,
    interval: one('INTERVAL', 1, (text) => within(text, MAX_INTERVAL)),
    count: one<number | null>('COUNT', null, (text) => within(text, MAX_COUNTED_DAYS)),
    until: one<string | null>('UNTIL', null, dateOfUntil),
    weekdays: all('BYDAY', weekdayOf),
    monthDays: all('BYMONTHDAY', (text) => within(text, 31, true)),
    months: all('BYMONTH', (text) => within(text, 12)),
    weekStart: one('WKST', 1, (text) => (WEEKDAYS.includes(text) ? WEEKDAYS.indexOf(text) : undefined)),
  };
  return isWhole(rule) && isPlain(rule) ? rule : undefined;
}

function partsOf(value: string): ReadonlyMap<string, string> | undefined {
  const parts = new Map<string, string>();
  for (const part of value.trim().toUpperCase().split(';', 20)) {
    const [name = '', text = '', more] = part.split('=');
    if (!PARTS.has(name) || parts.has(name) || text === '' || more !== undefined) return undefined;
    parts.set(name, text);
  }
  return parts;
}

function isWhole(rule: { readonly [K in keyof Recurrence]: Recurrence[K] | undefined }): rule is Recurrence {
  return !Object.values(rule).includes(undefined);
}

/** Days are counted off in months only: the RFC knows no such count of weeks, and that of years is another one. */
function isPlain({ frequency, weekdays, monthDays, months }: Recurrence): boolean {
  switch (frequency) {
    case 'DAILY':
      return weekdays.every(({ nth }) => nth === null);
    case 'WEEKLY':
      return weekdays.every(({ nth }) => nth === null) && monthDays.length === 0;
    case 'MONTHLY':
      return true;
    case 'YEARLY':
      return weekdays.length === 0 || months.length > 0;
  }
}

/**
 * The days on which an event happens that begins on `start`, from one day to another; undefined when the rule leaves
 * out its own beginning, of which the RFC says nothing, or counts from too long ago.
 */
export function occurrencesOf(
  rule: Recurrence,
  start: string,
  { from, to }: { readonly from: string; readonly to: string },
): readonly string[] | undefined {
  const first = numberOf(start);
  if (!isMatch(rule, first, first)) return undefined;
  const last = Math.min(numberOf(to), rule.until === null ? Infinity : numberOf(rule.until));
  const found: string[] = [];
  if (rule.count !== null && numberOf(from) - first > MAX_COUNTED_DAYS) return undefined;
  let left = rule.count ?? Infinity;
  for (let day = rule.count === null ? Math.max(first, numberOf(from)) : first; day <= last; day += 1) {
    if (!isMatch(rule, first, day)) continue;
    if (left === 0) break;
    left -= 1;
    if (day >= numberOf(from)) found.push(textOf(day));
  }
  return found;
}

function isMatch(rule: Recurrence, first: number, day: number): boolean {
  const [start, date] = [new Date(first * DAY), new Date(day * DAY)];
  const month = date.getUTCMonth() + 1;
  if (rule.months.length > 0 && !rule.months.includes(month)) return false;
  const months = (date.getUTCFullYear() - start.getUTCFullYear()) * 12 + month - start.getUTCMonth() - 1;
  switch (rule.frequency) {
    case 'DAILY':
      return (day - first) % rule.interval === 0 && isOnDay(rule, date, () => true);
    case 'WEEKLY': {
      const weeks = (weekOf(day, rule.weekStart) - weekOf(first, rule.weekStart)) / 7;
      return weeks % rule.interval === 0 && isOnDay(rule, date, () => date.getUTCDay() === start.getUTCDay());
    }
    case 'MONTHLY':
      return (
        months % rule.interval === 0 && isOnDay(rule, date, () => date.getUTCDate() === start.getUTCDate())
      );
    case 'YEARLY': {
      const years = date.getUTCFullYear() - start.getUTCFullYear();
      if (years % rule.interval !== 0) return false;
      return isOnDay(
        rule,
        date,
        () =>
          date.getUTCDate() === start.getUTCDate() &&
          (rule.months.length > 0 || month === start.getUTCMonth() + 1),
      );
    }
  }
}

/** As the rule says which days; as the event's beginning does where it says nothing. */
function isOnDay({ weekdays, monthDays }: Recurrence, date: Date, byStart: () => boolean): boolean {
  if (weekdays.length === 0 && monthDays.length === 0) return byStart();
  const day = date.getUTCDate();
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const fromEnd = day - length - 1;
  if (monthDays.length > 0 && !monthDays.includes(day) && !monthDays.includes(fromEnd)) return false;
  if (weekdays.length === 0) return true;
  const [nth, last] = [Math.ceil(day / 7), -Math.ceil(-fromEnd / 7)];
  return weekdays.some(
    (one) => one.weekday === date.getUTCDay() && (one.nth === null || one.nth === nth || one.nth === last),
  );
}

/** The day on which the week of a day begins. */
function weekOf(day: number, weekStart: number): number {
  return day - ((new Date(day * DAY).getUTCDay() - weekStart + 7) % 7);
}

function weekdayOf(text: string): Recurrence['weekdays'][number] | undefined {
  const match = /^([+-]?[1-5])?(SU|MO|TU|WE|TH|FR|SA)$/.exec(text);
  if (!match) return undefined;
  return { weekday: WEEKDAYS.indexOf(match[2] ?? ''), nth: match[1] === undefined ? null : Number(match[1]) };
}

function within(text: string, most: number, negative = false): number | undefined {
  if (!/^[+-]?\d{1,5}$/.test(text)) return undefined;
  const value = Number(text);
  return value !== 0 && Math.abs(value) <= most && (negative || value > 0) ? value : undefined;
}

/** Its day: which hour of the day it ends on, in which zone, decides about no day that people mean. */
function dateOfUntil(text: string): string | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(text);
  if (!match) return undefined;
  const date = match.slice(1, 4).join('-');
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || textOf(time / DAY) !== date ? undefined : date;
}

function numberOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

function textOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function isFrequency(text: string): text is Frequency {
  return FREQUENCIES.includes(text);
}

function isAll<T>(list: readonly (T | undefined)[]): list is readonly T[] {
  return !list.includes(undefined);
}
