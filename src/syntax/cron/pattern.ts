import { Cron } from 'croner';
import { NEVER_TWICE, UNREADABLE, type Gap } from './gap.ts';

/** Any fixed moment does. */
const START: Date = new Date(Date.UTC(2024, 0, 26));
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A bit more than a year, so that yearly schedules show their gap. */
const HORIZON_DAYS = 400;
const MINUTES_A_DAY = 1440;

/** Minute, hour, day of the month, month, day of the week. */
export type Fields = readonly [string, string, string, string, string];

export function fieldsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

export function isFive(fields: readonly string[]): fields is Fields {
  return fields.length === 5;
}

/** Patterns of one run repeat themselves, and each takes milliseconds. */
const KNOWN = new Map<string, Gap>();
const MOST_KNOWN = 10_000;

/**
 * The longest time between two runs of a pattern. The times of a day and the days are looked at each by themselves, so
 * that one which runs each minute of January takes no longer than one that runs once.
 */
export function gapOfFields(fields: Fields): Gap {
  const pattern = fields.join(' ');
  const known = KNOWN.get(pattern) ?? calculated(fields);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(pattern, known);
  return known;
}

function calculated([minute, hour, ...days]: Fields): Gap {
  try {
    const times = runsOf(`${minute} ${hour} * * *`, MINUTES_A_DAY, 1);
    const [first, last] = [times[0], times.at(-1)];
    const between = daysBetween(days.join(' '));
    if (first === undefined || last === undefined || between === 0) return NEVER_TWICE;
    // Of a day that is followed by another, from its last time to the first of the next.
    const overnight = between - (last - first);
    return { hours: Math.max(overnight, longestStep(times)) / HOUR_MS };
  } catch {
    // croner throws on what is no pattern; there is no way to ask it first.
    return UNREADABLE;
  }
}

/** The longest time from one day to the next that a pattern runs on; 0 where it never runs on two. */
function daysBetween(days: string): number {
  return days === '* * *' ? DAY_MS : longestStep(runsOf(`0 0 ${days}`, HORIZON_DAYS + 1, HORIZON_DAYS));
}

/** Runs from the start on; the last may lie behind the last day. */
function runsOf(pattern: string, most: number, days: number): readonly number[] {
  const cron = new Cron(pattern, { utcOffset: 0, paused: true });
  const end = START.getTime() + days * DAY_MS;
  const runs: number[] = [];
  let run = cron.nextRun(new Date(START.getTime() - 1000));
  while (run && runs.length < most) {
    const past = run.getTime() >= end;
    // Of days the next one counts, since what runs on the 29th of February has its gap behind the horizon.
    if (past && days === 1) break;
    runs.push(run.getTime());
    if (past) break;
    run = cron.nextRun(run);
  }
  return runs;
}

function longestStep(runs: readonly number[]): number {
  return runs.reduce(
    (longest, run, index) => (index === 0 ? 0 : Math.max(longest, run - (runs[index - 1] ?? run))),
    0,
  );
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

/** Gives the first run of a pattern at or after a moment; `undefined` for what is no pattern. */
export function runsOfPattern(pattern: string): ((from: Date) => Date | undefined) | undefined {
  try {
    const cron = new Cron(pattern, { utcOffset: 0, paused: true });
    return (from) => cron.nextRun(new Date(from.getTime() - 1000)) ?? undefined;
  } catch {
    return undefined;
  }
}
