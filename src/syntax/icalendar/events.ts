import type { Diagnostic, Location, SourceFile } from '../../source/index.ts';
import { textOf, textsOf, type ContentLine } from './lines.ts';
import { recurrenceOf, type Recurrence } from './recurrence.ts';
import { later, secondsOf, timeOf, type CalendarTime } from './times.ts';

/** A value, and where it stands. */
export interface Written<T> {
  readonly value: T;
  readonly at: Location;
}

/** A VEVENT. */
export interface CalendarEvent {
  /** Where it begins. */
  readonly at: Location;
  readonly uid: Written<string> | null;
  readonly summary: Written<string> | null;
  readonly description: Written<string> | null;
  readonly categories: readonly Written<string>[];
  /** Null where it has none that can be read. */
  readonly start: Written<CalendarTime> | null;
  /** When it is over: a day that is no more of it. */
  readonly end: Written<CalendarTime> | null;
  /** By which rule it happens again, and the days on which it does not; null where it happens once. */
  readonly recurrence: Written<Recurrence & { readonly except: readonly string[] }> | null;
  /** It is called off. */
  readonly cancelled: boolean;
  /** What is wrong with it, or was left out; its times are to be used only without any. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What an event has once at most. */
const ONCE = new Set(['UID', 'SUMMARY', 'DESCRIPTION', 'DTSTART', 'DTEND', 'DURATION', 'STATUS', 'RRULE']);
/** What makes it happen more than once by no rule. */
const RECURRING = new Set(['RDATE', 'RECURRENCE-ID']);

export function isOfEvent({ name }: ContentLine): boolean {
  return ONCE.has(name) || RECURRING.has(name) || name === 'CATEGORIES' || name === 'EXDATE';
}

/** The event of these lines. */
export function eventOf(file: SourceFile, at: Location, lines: readonly ContentLine[]): CalendarEvent {
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, ContentLine>();
  for (const line of lines) {
    const { name, span } = line;
    if (ONCE.has(name) && first.has(name))
      diagnostics.push(
        problem(
          'icalendar/stated-twice',
          `The event has a second ${name}.`,
          { file, span },
          'Keep one of them.',
        ),
      );
    if (!first.has(name)) first.set(name, line);
  }
  const rule = first.get('RRULE');
  const parsed = rule && recurrenceOf(rule.value);
  const recurring = lines.find(({ name }) => RECURRING.has(name)) ?? (parsed ? undefined : rule);
  if (recurring) diagnostics.push(recurringNote({ file, span: recurring.span }, recurring.name));
  const text = (name: string): Written<string> | null => {
    const line = first.get(name);
    return line ? { value: textOf(line.value).trim(), at: { file, span: line.span } } : null;
  };
  return {
    at,
    uid: text('UID'),
    summary: text('SUMMARY'),
    description: text('DESCRIPTION'),
    categories: lines
      .filter(({ name }) => name === 'CATEGORIES')
      .flatMap(({ value, span }) => textsOf(value).map((one) => ({ value: one, at: { file, span } }))),
    ...timesOf(file, at, first, diagnostics),
    recurrence:
      rule && parsed
        ? { value: { ...parsed, except: exceptIn(lines) }, at: { file, span: rule.span } }
        : null,
    cancelled: first.get('STATUS')?.value.trim().toUpperCase() === 'CANCELLED',
    diagnostics,
  };
}

/** Days of EXDATE, of which a line has one or several. */
function exceptIn(lines: readonly ContentLine[]): readonly string[] {
  return lines
    .filter(({ name }) => name === 'EXDATE')
    .flatMap((line) => line.value.split(',').flatMap((value) => timeOf({ ...line, value })?.date ?? []));
}

/** Tells of an event whose recurrence is not understood. */
export function recurringNote(location: Location, name: string): Diagnostic {
  const message = `The event happens more than once (${name}), and is not read.`;
  return {
    ...problem('icalendar/recurring', message, location, 'Write an event for each time.'),
    level: 'note',
  };
}

function timesOf(
  file: SourceFile,
  at: Location,
  lines: ReadonlyMap<string, ContentLine>,
  diagnostics: Diagnostic[],
): Pick<CalendarEvent, 'start' | 'end'> {
  const tell = (message: string, location: Location): null => {
    diagnostics.push(problem('icalendar/time', message, location, TIME_HELP));
    return null;
  };
  const read = (line: ContentLine | undefined): Written<CalendarTime> | null => {
    if (!line) return null;
    const location = { file, span: line.span };
    const value = timeOf(line);
    return value
      ? { value, at: location }
      : tell(`${line.name} is no day or time: "${cut(line.value)}".`, location);
  };
  const [dtstart, dtend, duration] = ['DTSTART', 'DTEND', 'DURATION'].map((name) => lines.get(name));
  const start = dtstart ? read(dtstart) : tell('The event has no DTSTART.', at);
  const ended = read(dtend);
  if (!start) return { start, end: null };
  if (ended && (ended.value.clock === null) !== (start.value.clock === null))
    return { start, end: tell('DTSTART and DTEND must both be days, or both be times.', ended.at) };
  if (ended && isBefore(ended.value, start.value))
    return { start, end: tell('The event ends before it starts.', ended.at) };
  if (!duration) return { start, end: ended };
  const location = { file, span: duration.span };
  if (dtend) return { start, end: tell('The event has both DTEND and DURATION.', location) };
  const seconds = secondsOf(duration.value);
  const value = seconds === undefined ? undefined : later(start.value, seconds);
  return {
    start,
    end: value ? { value, at: location } : tell(`DURATION is none: "${cut(duration.value)}".`, location),
  };
}

/** On one clock; times of different zones are not compared. */
function isBefore(a: CalendarTime, b: CalendarTime): boolean {
  return a.zone === b.zone && `${a.date}T${a.clock ?? ''}` < `${b.date}T${b.clock ?? ''}`;
}

const TIME_HELP = 'Write a day as DTSTART;VALUE=DATE:20261207, a time as DTSTART:20261207T090000Z.';

export function problem(code: string, message: string, location: Location, help: string): Diagnostic {
  return { code, level: 'error', message, path: location.file.path, location, help };
}

export function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
