import { gapOf, UNREADABLE, type Gap } from './gap.ts';
import { fieldsOf, gapOfFields, isFive } from './pattern.ts';

/** The greatest minute, hour, day, month and weekday. */
const LAST: readonly number[] = [59, 23, 31, 12, 7];
const UNITS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24 };

/** The gap of a schedule as AWS writes it: `cron(0 5 * * ? *)`, `rate(12 hours)`; `at(…)` runs once. */
export function gapOfAws(schedule: string): Gap {
  const text = schedule.trim();
  const rate = /^rate\((\d{1,9}) (minute|hour|day)s?\)$/.exec(text);
  if (rate) return gapOf(Number(rate[1]) * (UNITS[rate[2] ?? ''] ?? 0));
  if (/^at\([^()]*\)$/.test(text)) return { reason: 'runs once' };
  const fields = fieldsOf(/^cron\(([^()]*)\)$/.exec(text)?.[1] ?? '');
  const year = fields[5];
  if (fields.length !== 6) return UNREADABLE;
  if (year !== '*' && year !== '?') return { reason: 'runs in some years only' };
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields.map((field, index) =>
    // `0/6` goes on to the end of the field's range, which croner wants to be told.
    field.replaceAll('?', '*').replace(/^(\d+)\//, (_, first: string) => `${first}-${LAST[index] ?? 0}/`),
  );
  // AWS counts weekdays from 1, Sunday; cron from 0.
  const shifted = weekday.replace(/(?<![#/\d])\d/g, (digit) => String((Number(digit) + 6) % 7));
  const pattern = [minute, hour, day, month, shifted];
  return isFive(pattern) ? gapOfFields(pattern) : UNREADABLE;
}
