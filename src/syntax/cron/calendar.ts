import { UNREADABLE, type Gap } from './gap.ts';
import { gapOfFields, type Fields } from './pattern.ts';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['minutely', '*-*-* *:*:00'],
  ['hourly', '*-*-* *:00:00'],
  ['daily', '*-*-* 00:00:00'],
  ['weekly', 'Mon *-*-* 00:00:00'],
  ['monthly', '*-*-01 00:00:00'],
  ['quarterly', '*-01,04,07,10-01 00:00:00'],
  ['semiannually', '*-01,07-01 00:00:00'],
  ['yearly', '*-01-01 00:00:00'],
  ['annually', '*-01-01 00:00:00'],
]);

/** Of a part of a date or time: numbers, lists, `0..5`, `0/15`. */
const FIELD = /^[\d*.,/]+$/;
const WEEKDAYS = /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?:\.\.|-|,)?)+$/i;
/** `UTC`, `Europe/Berlin` at the end. */
const ZONE = /\s+(?:UTC|[A-Z][A-Za-z]+\/[\w/+-]+)$/;

/** The gap of a systemd calendar expression: `daily`, `Mon..Fri *-*-* 04:00`, `*:0/15`. */
export function gapOfCalendar(expression: string): Gap {
  const text = expression.trim().replace(ZONE, '');
  const words = (NAMED.get(text.toLowerCase()) ?? text).split(/\s+/);
  const weekdays = WEEKDAYS.test(words[0] ?? '') ? (words.shift() ?? '') : '*';
  const date = words[0]?.includes('-') ? (words.shift() ?? '') : '*-*-*';
  const time = words.shift() ?? '0:0';
  const [year, month, day] = date.split('-').length === 3 ? date.split('-') : ['*', ...date.split('-')];
  const [hour, minute, second = '0'] = time.split(':');
  const parts = [year, month, day, hour, minute, second];
  if (words.length > 0 || !parts.every((part) => part !== undefined && FIELD.test(part))) return UNREADABLE;
  if (year !== '*') return { reason: 'runs in some years only' };
  const fields: Fields = [
    cronField(minute ?? '', 59),
    cronField(hour ?? '', 23),
    cronField(day ?? '', 31),
    cronField(month ?? '', 12),
    cronWeekdays(weekdays),
  ];
  // Both a day and a weekday must fit, while cron takes either; nobody writes that for backups.
  if (fields[2] !== '*' && fields[4] !== '*') return UNREADABLE;
  return gapOfFields(fields);
}

/** `0..5` is `0-5`, and `0/15` goes on to the end of the field's range. */
function cronField(part: string, last: number): string {
  return part
    .split(',')
    .map((one) => one.replace('..', '-').replace(/^(\d+)\//, (_, first: string) => `${first}-${last}/`))
    .join(',');
}

function cronWeekdays(weekdays: string): string {
  return weekdays
    .split(',')
    .map((range) =>
      range
        .split(/\.\.|-/)
        .map((day) => day.slice(0, 3).toUpperCase())
        .join('-'),
    )
    .join(',');
}
