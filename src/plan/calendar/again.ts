import type { Diagnostic } from '../../source/index.ts';
import type { DataDocument, Path } from '../../syntax/data/index.ts';
import { occurrencesOf, recurringNote, type CalendarEvent } from '../../syntax/icalendar/index.ts';
import { dateOf, dayOf } from '../feasibility/workdays.ts';
import { problem } from './agree.ts';
import { meaningOf } from './role.ts';

/** Days before the first and after the last date of the plan for which it matters what happens again. */
const BEFORE = 31;
const AFTER = 92;
/** Longer plans are none that people keep. */
const MAX_WINDOW = 1500;
const MAX_EVENTS = 500;
const MAX_TIMES = 1000;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Lists of the timeline, and their dates. */
const DATED: readonly (readonly [string, readonly string[]])[] = [
  ['milestones', ['start', 'due']],
  ['freezes', ['from', 'to']],
];

/** The times of events that happen again: those around the dates of the plan, bounded. */
export class Again {
  readonly diagnostics: Diagnostic[] = [];
  readonly #window: { readonly from: string; readonly to: string } | undefined;
  #events = 0;
  #times = 0;

  constructor(document: DataDocument, events: readonly CalendarEvent[]) {
    const dates = [...datesOf(document), ...events.flatMap(datesOnce)].sort();
    const [first = '', last = first] = [dates[0], dates.at(-1)];
    if (first === '') return;
    const to = dayOf(last) + AFTER;
    const from = Math.max(dayOf(first) - BEFORE, to - MAX_WINDOW);
    this.#window = { from: dateOf(from), to: dateOf(to) };
  }

  /** The event at each of its times; itself where it happens once. */
  timesOf(event: CalendarEvent): readonly CalendarEvent[] {
    const { start, recurrence } = event;
    if (!start || !recurrence) return [event];
    const { value: rule, at } = recurrence;
    this.#events += 1;
    // Without any date, a year from its first day on is as good as another.
    const window = this.#window ?? {
      from: start.value.date,
      to: dateOf(dayOf(start.value.date) + BEFORE + AFTER),
    };
    const dates = this.#events > MAX_EVENTS ? undefined : occurrencesOf(rule, start.value.date, window);
    if (!dates) {
      this.diagnostics.push(recurringNote(at, 'RRULE'));
      return [];
    }
    const wanted = dates.filter((date) => !rule.except.includes(date));
    const taken = wanted.slice(0, MAX_TIMES - this.#times);
    this.#times += taken.length;
    if (taken.length < wanted.length)
      this.diagnostics.push(
        problem(
          'plan/calendar',
          `Events that happen again have more than ${MAX_TIMES} times around the plan's dates.`,
          at,
          'Keep what concerns this plan in its calendar.',
        ),
      );
    return taken.map((date) => movedTo(event, start, date));
  }

  /** The event where it happens once; nothing, and a note, where it does not. */
  onlyTimeOf(event: CalendarEvent): readonly CalendarEvent[] {
    if (!event.recurrence) return [event];
    this.diagnostics.push(recurringNote(event.recurrence.at, 'RRULE'));
    return [];
  }
}

function movedTo(
  event: CalendarEvent,
  start: NonNullable<CalendarEvent['start']>,
  date: string,
): CalendarEvent {
  const days = dayOf(date) - dayOf(start.value.date);
  const { end } = event;
  return {
    ...event,
    start: { ...start, value: { ...start.value, date } },
    end: end && { ...end, value: { ...end.value, date: dateOf(dayOf(end.value.date) + days) } },
  };
}

/** Of what is the plan's alone: holidays of a team are kept for years. */
function datesOnce(event: CalendarEvent): readonly string[] {
  const { start, recurrence, cancelled } = event;
  if (!start || recurrence || cancelled) return [];
  return meaningOf(event).roles.some((role) => role !== 'holiday') ? [start.value.date] : [];
}

function datesOf(document: DataDocument): readonly string[] {
  const at = (path: Path): unknown => document.at(path).value;
  const listed = DATED.flatMap(([list, keys]) => {
    const items = at(['timeline', list]);
    return Array.isArray(items)
      ? items.flatMap((_, index) => keys.map((key) => at(['timeline', list, index, key])))
      : [];
  });
  return [at(['timeline', 'release']), ...listed].filter(
    (date) => typeof date === 'string' && DATE.test(date) && !Number.isNaN(dayOf(date)),
  ) as readonly string[];
}
