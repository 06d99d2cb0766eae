import { longestGapHours } from '../../syntax/cron/index.ts';

/** The greatest minute, hour, day, month and weekday. */
const LAST: readonly number[] = [59, 23, 31, 12, 7];
const UNITS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24 };

/** The longest gap between two runs of a schedule as AWS writes it, `cron(0 5 * * ? *)` or `rate(12 hours)`, in hours. */
export function gapHours(schedule: string): number | undefined {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule.trim());
  if (rate) return Number(rate[1]) * (UNITS[rate[2] ?? ''] ?? 0) || undefined;
  const fields = /^cron\(([^()]*)\)$/.exec(schedule.trim())?.[1]?.trim().split(/\s+/);
  if (fields?.length !== 6 || fields[5] !== '*') return undefined;
  const [minute, hour, day, month, weekday = ''] = fields.map((field, index) =>
    // `0/6` goes on to the end of the field's range, which croner wants to be told.
    field.replaceAll('?', '*').replace(/^(\d+)\//, (_, first: string) => `${first}-${LAST[index] ?? 0}/`),
  );
  // AWS counts weekdays from 1, Sunday; cron from 0.
  const shifted = weekday.replace(/(?<![#/\d])\d/g, (digit) => String((Number(digit) + 6) % 7));
  return longestGapHours([minute, hour, day, month, shifted].join(' '));
}
