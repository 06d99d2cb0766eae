import { longestGapHours } from '../../../syntax/cron/index.ts';

/**
 * The longest time between two runs of a schedule, in hours: five cron fields, `@daily` and the like, or `@every 6h`.
 * `undefined` when it is no schedule, or one that never runs twice.
 */
export function scheduleGapHours(schedule: string): number | undefined {
  const pattern = schedule.trim().replace(/^(?:CRON_)?TZ=\S+\s+/, '');
  const every = /^@every\s+(\S+)$/.exec(pattern);
  if (every) {
    const hours = durationHours(every[1] ?? '');
    return hours === 0 ? undefined : hours;
  }
  const isPattern = pattern.startsWith('@') ? /^@[a-z]+$/.test(pattern) : pattern.split(/\s+/).length === 5;
  return isPattern ? longestGapHours(pattern) : undefined;
}

const UNIT_HOURS: Readonly<Record<string, number>> = { h: 1, m: 1 / 60, s: 1 / 3600, ms: 1 / 3_600_000 };

/** A duration as Go writes it, `720h0m0s`, in hours; undefined when it is none. */
export function durationHours(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[hms]))+$/.test(text)) return undefined;
  let hours = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[hms])/g))
    hours += Number(amount) * (UNIT_HOURS[unit ?? ''] ?? 0);
  return hours;
}
