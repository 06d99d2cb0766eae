import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type DeployJobFacts,
  type DeployWindowsFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';
import { environmentNamed, type Plan } from '../../plan/index.ts';
import { runsOfPattern } from '../../syntax/cron/index.ts';

type Windows = SubjectOf<'plan-environment'>['facts']['windows'];

/** A window of the plan, in minutes of the day of its zone; one that ends before it begins ends on the next day. */
interface Window {
  readonly days: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

/** A year has every weekday of a month, summer time and winter time; any fixed one does. */
const [START, END] = [Date.UTC(2024, 0, 1), Date.UTC(2025, 0, 1)];
const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 1440;
/** More windows than a year has days are not looked through. */
const MOST_WINDOWS = 1000;

/** The plan's windows for the environment that a job deploys to, with what a schedule would do outside them. */
export function windowsOf(
  { starts }: DeployJobFacts,
  target: string,
  plan: Plan | undefined,
): DeployWindowsFacts | null {
  const name = plan && environmentNamed(plan, target)?.name;
  const environment = plan?.subjects.find(
    (one): one is SubjectOf<'plan-environment'> => one.kind === 'plan-environment' && one.name === name,
  );
  const stated = environment?.facts.windows ?? [];
  const first = stated[0]?.days;
  if (!plan || !first) return null;
  const zone = plan.statements.text(['timeline', 'timeZone']).value ?? undefined;
  return {
    stated: known(stated.map((window) => written(window, zone)).join('; '), first.at),
    scheduled: scheduledOutside(starts, stated, zone),
  };
}

function written({ days, from, to, timeZone }: Windows[number], zone: string | undefined): string {
  const [start, end] = [valueOf(from), valueOf(to)];
  const clock = start || end ? ` ${start ?? '00:00'}–${end ?? '24:00'}` : '';
  const named = valueOf(timeZone) ?? zone;
  return `${(valueOf(days) ?? []).join(', ')}${clock}${named === undefined ? '' : ` ${named}`}`;
}

function scheduledOutside(
  starts: DeployJobFacts['starts'],
  stated: Windows,
  zone: string | undefined,
): Fact<string | null> {
  const windows = stated.flatMap((window) => readWindow(window, zone) ?? []);
  let open: Fact<never> | undefined;
  for (const { by, cron } of starts) {
    const pattern = valueOf(cron);
    if (typeof pattern !== 'string') continue;
    if (windows.length < stated.length) return unknown('the plan names no time zone of its windows', cron.at);
    const run = runOutside(pattern, windows);
    if (!run) continue;
    if (!isUnknown(by.value)) return known(run, cron.at);
    open ??= unknown(by.value.unknown, cron.at);
  }
  return open ?? known(null);
}

function readWindow(
  { days, from, to, timeZone }: Windows[number],
  zone: string | undefined,
): Window | undefined {
  const named = valueOf(timeZone) ?? zone;
  if (named === undefined || !isZone(named)) return undefined;
  return {
    days: valueOf(days) ?? [],
    from: minuteOf(from) ?? 0,
    to: minuteOf(to) ?? MINUTES_A_DAY,
    zone: named,
  };
}

function minuteOf(clock: Fact<string | null>): number | undefined {
  const [hour, minute] = (valueOf(clock) ?? '').split(':').map(Number);
  return minute === undefined ? undefined : (hour ?? 0) * 60 + minute;
}

/** The first run that no window is open for, in the zone of the first window. */
function runOutside(pattern: string, windows: readonly Window[]): string | undefined {
  const next = runsOfPattern(pattern);
  let from = START;
  for (let count = 0; next && count < MOST_WINDOWS; count++) {
    const run = next(new Date(from))?.getTime();
    if (run === undefined || run >= END) return undefined;
    const left = Math.max(...windows.map((window) => minutesLeft(new Date(run), window)));
    if (left < 0) return dayAndTime(new Date(run), windows[0]?.zone ?? 'UTC');
    // Every other run before the window closes is in it, too.
    from = run + (left + 1) * MINUTE_MS;
  }
  return undefined;
}

/** How long a window is still open; negative when it is not. */
function minutesLeft(moment: Date, { days, from, to, zone }: Window): number {
  const { weekday, minute } = local(moment, zone);
  const overnight = to < from;
  const isOn = (day: string): boolean => days.length === 0 || days.includes(day);
  if (isOn(weekday) && minute >= from && (overnight || minute <= to))
    return (overnight ? MINUTES_A_DAY + to : to) - minute;
  const before = local(new Date(moment.getTime() - MINUTES_A_DAY * MINUTE_MS), zone).weekday;
  return overnight && isOn(before) ? to - minute : -1;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en', {
      timeZone: zone,
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  return format;
}

function local(moment: Date, zone: string): { readonly weekday: string; readonly minute: number } {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  return { weekday: (parts.get('weekday') ?? '').toLowerCase(), minute };
}

function dayAndTime(moment: Date, zone: string): string {
  return `${formatOf(zone).format(moment)} ${zone}`;
}

function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}
