import { gapOf, NEVER_TWICE, UNREADABLE, type Gap } from './gap.ts';
import { fieldsOf, gapOfFields, isFive } from './pattern.ts';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
  ['@monthly', '0 0 1 * *'],
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
]);

/** The gap of a schedule as crontab and Kubernetes have it: five fields, `@daily`, `@every 6h`, a time zone before. */
export function gapOfCrontab(schedule: string): Gap {
  const text = schedule.trim().replace(/^(?:CRON_)?TZ=\S+\s+/, '');
  const every = /^@every\s+(\S+)$/.exec(text)?.[1];
  if (every !== undefined) return gapOf(durationHours(every) ?? 0);
  if (text === '@reboot') return NEVER_TWICE;
  const fields = fieldsOf(NAMED.get(text) ?? text);
  return isFive(fields) ? gapOfFields(fields) : UNREADABLE;
}

/** The same with seconds as the first of six fields, as CloudNativePG and Quartz have them; Quartz may add the year. */
export function gapOfCrontabWithSeconds(schedule: string): Gap {
  const [second = '', ...fields] = fieldsOf(schedule);
  if (second.startsWith('@')) return gapOfCrontab(schedule);
  if (fields.length === 6 && fields[5] !== '*') return { reason: 'runs in some years only' };
  const five = fields.slice(0, 5);
  if (!/^[\d*,/-]+$/.test(second) || fields.length > 6 || !isFive(five)) return UNREADABLE;
  return gapOfFields(five);
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
