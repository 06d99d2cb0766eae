import type { CalendarEvent, CalendarTime, Written } from '../../syntax/icalendar/index.ts';
import { dateOf, dayOf } from '../feasibility/workdays.ts';
import { isTimeZone } from '../read/standards.ts';

/** The days of an event, its first and its last. */
export interface Days {
  readonly first: Written<string>;
  readonly last: Written<string>;
}

/**
 * The days on which an event is, in the plan's time zone where its times are of UTC and the plan has one, as written
 * otherwise. An event's end is no more of it: what ends at midnight ends on the day before.
 */
export function daysOf({ start, end }: CalendarEvent, timeZone: string | undefined): Days | undefined {
  if (!start) return undefined;
  const from = inZone(start.value, timeZone);
  const first = { value: from.date, at: start.at };
  if (!end) return { first, last: first };
  const to = inZone(end.value, timeZone);
  const midnight = to.clock === null || to.clock === '00:00:00';
  const last = midnight ? dateOf(dayOf(to.date) - 1) : to.date;
  // An event that takes no time is on its day.
  return { first, last: { value: last < first.value ? first.value : last, at: end.at } };
}

function inZone(time: CalendarTime, timeZone: string | undefined): CalendarTime {
  const { date, clock, zone } = time;
  if (clock === null || zone !== 'UTC' || timeZone === undefined || !isTimeZone(timeZone)) return time;
  // A leap second is told as the one before it.
  const instant = Date.parse(`${date}T${clock.replace(/60$/, '59')}Z`);
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    ...{
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    },
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '00';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    clock: `${part('hour')}:${part('minute')}:${part('second')}`,
    zone: timeZone,
  };
}

/** All days from the first to the last. */
export function eachDay(first: string, last: string): readonly string[] {
  const days = dayOf(last) - dayOf(first);
  return Array.from({ length: days + 1 }, (_, at) => dateOf(dayOf(first) + at));
}
