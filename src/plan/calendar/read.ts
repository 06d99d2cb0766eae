import type { Diagnostic, Location, SourceFile } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { parseICalendar, type CalendarEvent, type Written } from '../../syntax/icalendar/index.ts';
import { dayOf } from '../feasibility/workdays.ts';
import type { OpenedPlan } from '../read/include.ts';
import { mergePlans } from '../read/merge.ts';
import { added, datedIn, onlyDate, problem, type Dated } from './agree.ts';
import { Again } from './again.ts';
import { daysOf, eachDay, type Days } from './days.ts';
import { milestoneNames, type MilestoneNames } from './milestones.ts';
import { meaningOf, type Role } from './role.ts';
import { CalendarTimeline } from './tree.ts';

/** A holiday that takes longer is none. */
const MAX_DAYS = 366;

interface Occasion extends Dated {
  readonly at: Location;
  readonly title: Written<string> | null;
}

interface Found {
  readonly releases: Written<string>[];
  readonly freezes: Occasion[];
  readonly holidays: Occasion[];
  readonly milestones: (Days & { readonly id: Written<string>; readonly title: Written<string> })[];
  readonly diagnostics: Diagnostic[];
}

/** The plan with what its calendar states of its timeline: what both state must be the same. */
export function withCalendar(document: DataDocument, file: SourceFile): OpenedPlan {
  const { events, diagnostics } = parseICalendar(file);
  const found = occasionsIn(document, events);
  const timeline = new CalendarTimeline(file);
  const told = [...diagnostics, ...found.diagnostics];
  const release = document.at(['timeline', 'release']);
  const own =
    typeof release.value === 'string' ? { value: release.value, at: release.locate([]) } : undefined;
  const only = onlyDate('timeline.release', own, found.releases, told);
  if (only) timeline.state('release', only);
  const freezes = datedIn(document, ['timeline', 'freezes'], 'reason', ['from', 'to']);
  for (const { at, title, dates } of added('timeline.freezes', freezes, found.freezes, told))
    timeline.entry('freezes', at, { ...dates, reason: title });
  const holidays = datedIn(document, ['timeline', 'holidays'], 'name', ['on']);
  for (const { at, title, dates } of added('timeline.holidays', holidays, found.holidays, told))
    timeline.entry('holidays', at, { ...dates, name: title });
  for (const { id, title, first, last } of found.milestones)
    timeline.entry('milestones', title.at, {
      id,
      title,
      start: first.value === last.value ? null : first,
      due: last,
    });
  const merged = mergePlans([document, timeline.document()]);
  const { path } = document.file;
  return {
    document: merged?.document ?? document,
    diagnostics: [...told, ...(merged?.diagnostics ?? [])].map((one) => ({ ...one, path })),
  };
}

function occasionsIn(document: DataDocument, events: readonly CalendarEvent[]): Found {
  const found: Found = { releases: [], freezes: [], holidays: [], milestones: [], diagnostics: [] };
  const { value: zone } = document.at(['timeline', 'timeZone']);
  const names = milestoneNames(document);
  const timeZone = typeof zone === 'string' ? zone : undefined;
  const again = new Again(document, events);
  for (const event of events) {
    const { roles, title } = meaningOf(event);
    if (roles.length === 0 || event.cancelled) continue;
    found.diagnostics.push(...event.diagnostics);
    if (event.diagnostics.length > 0) continue;
    // What is to happen once has one date.
    const dated = roles.every((role) => role === 'freeze' || role === 'holiday');
    for (const time of dated ? again.timesOf(event) : again.onlyTimeOf(event)) {
      const days = daysOf(time, timeZone);
      if (days) for (const role of roles) addTo(found, role, time, title, days, names);
    }
  }
  found.diagnostics.push(...again.diagnostics);
  return found;
}

function addTo(
  { releases, freezes, holidays, milestones, diagnostics }: Found,
  role: Role,
  { at, uid }: CalendarEvent,
  title: Written<string> | null,
  days: Days,
  names: MilestoneNames,
): void {
  const { first, last } = days;
  const name = title?.value ?? null;
  if (role === 'release') releases.push(first);
  else if (role === 'freeze') freezes.push({ at, title, name, dates: { from: first, to: last } });
  else if (role === 'holiday') {
    if (dayOf(last.value) - dayOf(first.value) >= MAX_DAYS)
      diagnostics.push(
        problem('plan/calendar', `A holiday of more than ${MAX_DAYS} days.`, last.at, 'Correct DTEND.'),
      );
    else
      for (const date of eachDay(first.value, last.value))
        holidays.push({ at, title, name, dates: { on: { value: date, at: first.at } } });
  } else if (title) milestones.push({ ...days, ...names.of(title, uid) });
  else
    diagnostics.push(problem('plan/calendar', 'The milestone has no name.', at, 'Give the event a SUMMARY.'));
}
