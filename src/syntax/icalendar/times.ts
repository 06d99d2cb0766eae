import type { ContentLine } from './lines.ts';

/** A day, or a time of one, as it is written: nothing is converted. */
export interface CalendarTime {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** HH:MM:SS; null: the whole day. */
  readonly clock: string | null;
  /** `UTC`, the name of a time zone, or null: wherever one is. */
  readonly zone: string | null;
}

const DATE = /^(\d{4})(\d{2})(\d{2})$/;
const DATE_TIME = /^(\d{4})(\d{2})(\d{2})T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z?)$/;

/** The value of DTSTART or DTEND; undefined when it is no day of the calendar, or not of the type that it says. */
export function timeOf({ value, parameters }: ContentLine): CalendarTime | undefined {
  const type = (parameters.get('VALUE') ?? 'DATE-TIME').toUpperCase();
  const match = type === 'DATE' ? DATE.exec(value) : type === 'DATE-TIME' ? DATE_TIME.exec(value) : null;
  if (!match) return undefined;
  const [, year = '', month = '', day = '', hour, minute = '', second = '', utc] = match;
  const date = `${year}-${month}-${day}`;
  const time = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date) return undefined;
  const zone = parameters.get('TZID') ?? null;
  if (hour === undefined) return zone === null ? { date, clock: null, zone: null } : undefined;
  // RFC 5545, 3.3.5: a time of UTC has no other zone.
  if (utc === 'Z')
    return zone === null ? { date, clock: `${hour}:${minute}:${second}`, zone: 'UTC' } : undefined;
  return { date, clock: `${hour}:${minute}:${second}`, zone };
}

const DURATION = /^\+?P(?:(\d{1,4})W|(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?)$/;

/** Seconds of the value of DURATION; undefined when it is none, or goes back in time. */
export function secondsOf(value: string): number | undefined {
  const match = DURATION.exec(value);
  if (!match || !/\d[WDHMS]$/.test(value)) return undefined;
  const [, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match;
  return (
    (((Number(weeks) * 7 + Number(days)) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)
  );
}

/** The time that is as much later, on the same clock. */
export function later({ date, clock, zone }: CalendarTime, seconds: number): CalendarTime | undefined {
  const time = new Date(Date.parse(`${date}T00:00:00Z`) + (clockSeconds(clock) + seconds) * 1000);
  if (Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999) return undefined;
  const [day = '', rest = ''] = time.toISOString().split('T');
  if (clock === null && !rest.startsWith('00:00:00')) return undefined;
  return { date: day, clock: clock === null ? null : rest.slice(0, 8), zone };
}

function clockSeconds(clock: string | null): number {
  const [hours = 0, minutes = 0, seconds = 0] = (clock ?? '0:0:0').split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}
