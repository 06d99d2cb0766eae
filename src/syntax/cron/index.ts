import { Cron } from 'croner';

/** Any fixed moment does; this Friday lets a schedule that runs each minute reach a weekend soon. */
const START: Date = new Date(Date.UTC(2024, 0, 26));
/** A bit more than a year, so that yearly schedules show their gap. */
const HORIZON_MS = 400 * 24 * 3_600_000;
/** A schedule that runs each minute of a working day leaves it after 1,440 runs. */
const MAX_RUNS = 1_500;

/**
 * The longest time between two runs of a cron pattern, in hours; formats translate their own notations into one.
 * `undefined` when it is no pattern, or one that never runs twice.
 */
export function longestGapHours(pattern: string): number | undefined {
  try {
    return gapOf(new Cron(pattern, { utcOffset: 0, paused: true }));
  } catch {
    // croner throws on what is no pattern; there is no way to ask it first.
    return undefined;
  }
}

function gapOf(cron: Cron): number | undefined {
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

/** The first time a pattern runs between two moments; `undefined` when it does not, or is no pattern. */
export function firstRunBetween(pattern: string, from: Date, to: Date): Date | undefined {
  try {
    // What runs at the first moment itself counts.
    const run = new Cron(pattern, { utcOffset: 0, paused: true }).nextRun(new Date(from.getTime() - 1000));
    return run && run <= to ? run : undefined;
  } catch {
    return undefined;
  }
}
