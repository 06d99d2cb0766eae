import { Cron } from 'croner';

/** Any fixed moment does; this Friday lets a schedule that runs each minute reach a weekend soon. */
const START: Date = new Date(Date.UTC(2024, 0, 26));
const HORIZON_MS = 400 * 24 * 3_600_000;
/** A schedule that runs each minute of a working day leaves it after 1,440 runs. */
const MAX_RUNS = 1_500;

/**
 * The longest time between two runs of a schedule, in hours: five cron fields, `@daily` and the like, or `@every 6h`.
 * `undefined` when it is no schedule, or one that never runs twice.
 */
export function longestGapHours(schedule: string): number | undefined {
  const pattern = schedule.trim().replace(/^(?:CRON_)?TZ=\S+\s+/, '');
  const every = /^@every\s+(\S+)$/.exec(pattern);
  if (every) {
    const hours = durationHours(every[1] ?? '');
    return hours === 0 ? undefined : hours;
  }
  if (pattern.startsWith('@') ? !/^@[a-z]+$/.test(pattern) : pattern.split(/\s+/).length !== 5)
    return undefined;
  try {
    return longestGap(new Cron(pattern, { utcOffset: 0, paused: true }));
  } catch {
    // croner throws on what is no pattern; there is no way to ask it first.
    return undefined;
  }
}

function longestGap(cron: Cron): number | undefined {
  let previous: Date | null = cron.nextRun(START);
  let longest = 0;
  for (let runs = 0; runs < MAX_RUNS && previous; runs++) {
    const next: Date | null = cron.nextRun(previous);
    if (!next) break;
    longest = Math.max(longest, next.getTime() - previous.getTime());
    if (next.getTime() - START.getTime() > HORIZON_MS) break;
    previous = next;
  }
  return longest === 0 ? undefined : longest / 3_600_000;
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
