/** iCalendar (RFC 5545): the events of a calendar, each with the places of what it says. */
import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import { cut, eventOf, isOfEvent, problem, type CalendarEvent } from './events.ts';
import { contentLines, type ContentLine } from './lines.ts';

export type { CalendarEvent, Written } from './events.ts';
export type { CalendarTime } from './times.ts';
export { recurringNote } from './events.ts';
export { occurrencesOf } from './recurrence.ts';

interface CalendarFile {
  readonly events: readonly CalendarEvent[];
  /** What is wrong with the file; each event has what is wrong with itself. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Deeper than this nests no calendar: an alarm in an event in a calendar is three. */
const MAX_DEPTH = 20;
const MAX_EVENTS = 10_000;
const MAX_TOLD = 20;

interface Open {
  readonly name: string;
  readonly span: Span;
  readonly lines: ContentLine[];
}

/** Reads a calendar, strictly; a broken event costs that event. */
export function parseICalendar(file: SourceFile): CalendarFile {
  const events: CalendarEvent[] = [];
  const diagnostics: Diagnostic[] = [];
  const open: Open[] = [];
  const tell = (code: string, message: string, span: Span, help: string): void => {
    diagnostics.push(problem(code, message, { file, span }, help));
  };
  for (const line of contentLines(file)) {
    if (diagnostics.length >= MAX_TOLD) return { events, diagnostics };
    if (!('name' in line)) {
      const text = cut(file.text.slice(line.start, Math.min(line.end, line.start + 100)));
      tell('icalendar/line', `This is no line of a calendar: "${text}".`, line, 'Write NAME:VALUE.');
      continue;
    }
    const top = open.at(-1);
    const component = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN') {
      if (!top && component !== 'VCALENDAR') {
        tell('icalendar/no-calendar', 'This is no calendar.', line.span, 'Begin it with BEGIN:VCALENDAR.');
        return { events, diagnostics };
      }
      if (open.length >= MAX_DEPTH) {
        tell('icalendar/too-deep', `Nested deeper than ${MAX_DEPTH} levels.`, line.span, 'Nest less.');
        return { events, diagnostics };
      }
      open.push({ name: component, span: line.span, lines: [] });
    } else if (line.name === 'END') {
      // What was left open inside is lost with all that it says.
      const from = open.findLastIndex(({ name }) => name === component);
      for (const lost of from < 0 ? [] : open.splice(from + 1)) unclosed(lost);
      const closed = from < 0 ? undefined : open.pop();
      if (!closed)
        tell('icalendar/end', `Nothing named "${cut(component)}" is open here.`, line.span, 'Leave it out.');
      else if (component === 'VEVENT') {
        if (events.length >= MAX_EVENTS) {
          tell(
            'icalendar/too-many',
            `More than ${MAX_EVENTS} events.`,
            closed.span,
            'Keep fewer in one file.',
          );
          return { events, diagnostics };
        }
        events.push(eventOf(file, { file, span: closed.span }, closed.lines));
      }
    } else if (!top) {
      tell('icalendar/no-calendar', 'This is no calendar.', line.span, 'Begin it with BEGIN:VCALENDAR.');
      return { events, diagnostics };
    } else if (top.name === 'VEVENT' && isOfEvent(line)) top.lines.push(line);
  }
  for (const lost of open) unclosed(lost);
  if (file.text.trim() === '')
    tell(
      'icalendar/no-calendar',
      'This is no calendar.',
      { start: 0, end: 0 },
      'Begin it with BEGIN:VCALENDAR.',
    );
  return { events, diagnostics };

  function unclosed({ name, span }: Open): void {
    tell('icalendar/unclosed', `"${cut(name)}" is never ended.`, span, `Write END:${cut(name)}.`);
  }
}
