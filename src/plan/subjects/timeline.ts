import {
  known,
  type PlanPersonFacts,
  type PlanScheduleFacts,
  type PlanTimelineFacts,
} from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import { bookingOf } from '../feasibility/bookings.ts';
import { cyclesOf } from '../feasibility/cycles.ts';
import { scheduleOf, type Scheduled } from '../feasibility/schedule.ts';
import { timelineOf, type Timeline } from '../feasibility/timeline.ts';
import { dateOf, dayOf, weekdayOf } from '../feasibility/workdays.ts';
import type { Stated, Statements } from '../read/statements.ts';
import { textOr } from './context.ts';

/** More are no timeline that people keep. */
const MAX_MILESTONES = 500;

/** What follows from the plan's dates, work and people. */
export interface Schedule {
  readonly timeline: Timeline;
  readonly milestones: ReadonlyMap<string, Scheduled>;
  readonly cycles: ReadonlyMap<string, readonly string[]>;
}

export function planSchedule(plan: Statements): Schedule {
  const all = timelineOf(plan);
  const timeline = all.milestones.size > MAX_MILESTONES ? { ...all, milestones: new Map() } : all;
  const needs = [...timeline.milestones].map(([id, { dependsOn }]) => [id, dependsOn] as const);
  return { timeline, milestones: scheduleOf(timeline), cycles: cyclesOf(new Map(needs)) };
}

export function timelineFacts(plan: Statements, schedule: Schedule): PlanTimelineFacts {
  const release = plan.date(['timeline', 'release']);
  return {
    start: plan.date(['timeline', 'start']),
    release,
    releaseWeekday: known(release.value === null ? null : weekdayOf(dayOf(release.value)), release.at),
    freezes: plan.items(['timeline', 'freezes']).flatMap((item) => {
      const [from, to] = [plan.date([...item, 'from']), plan.date([...item, 'to'])];
      if (from.value === null || to.value === null) return [];
      return [
        {
          from: known(from.value, from.at),
          to: known(to.value, to.at),
          reason: plan.text([...item, 'reason']),
          environments: plan.texts([...item, 'environments']),
        },
      ];
    }),
    holidays: plan.items(['timeline', 'holidays']).flatMap((item) => {
      const on = plan.date([...item, 'on']);
      return on.value === null ? [] : [{ on: known(on.value, on.at), name: plan.text([...item, 'name']) }];
    }),
    critical: criticalOf(release, schedule),
  };
}

function criticalOf(
  release: Stated<string | null>,
  { timeline, milestones }: Schedule,
): PlanScheduleFacts | null {
  let last: Scheduled | undefined;
  for (const each of milestones.values()) if (each.worked && (!last || each.ready > last.ready)) last = each;
  if (!last || release.value === null) return null;
  const due = timeline.milestones.get(last.id)?.due ?? null;
  const late = last.afterLate || (due !== null && last.ready > due);
  return scheduleFacts({ ...last, afterLate: late }, { value: release.value, at: release.at }, timeline);
}

export function milestoneSchedule(
  id: string,
  due: Stated<string | null>,
  { timeline, milestones }: Schedule,
): PlanScheduleFacts | null {
  const scheduled = milestones.get(id);
  if (!scheduled?.worked || due.value === null) return null;
  return scheduleFacts(scheduled, { value: due.value, at: due.at }, timeline);
}

function scheduleFacts(
  { id, ready, chain, afterLate }: Scheduled,
  { value, at }: Stated<string>,
  { workdays }: Timeline,
): PlanScheduleFacts {
  const date = dayOf(value);
  const slack = ready > date ? -workdays.between(date + 1, ready) : workdays.between(ready + 1, date);
  return {
    milestone: id,
    ready: known(dateOf(ready), at),
    slackDays: known(slack, at),
    chain: known(chain.join('; '), at),
    afterLate: known(afterLate, at),
  };
}

export function peopleFacts(plan: Statements, { timeline }: Schedule): readonly PlanPersonFacts[] {
  return plan.items(['resources', 'people']).map((item) => {
    const name = textOr(plan, [...item, 'name'], '');
    const allocation = plan.number([...item, 'allocation']);
    const person = typeof name.value === 'string' ? timeline.people.get(name.value) : undefined;
    const booking = person && bookingOf(person, timeline);
    const { at } = allocation;
    return {
      name,
      role: plan.text([...item, 'role']),
      allocation,
      contact: plan.text([...item, 'contact']),
      headcount: plan.number([...item, 'headcount']),
      absences: absencesOf(plan, item),
      deputy: plan.text([...item, 'deputy']),
      booking: booking
        ? {
            from: known(booking.from, at),
            to: known(booking.to, at),
            workingDays: known(booking.workingDays, at),
            effort: known(booking.effort, at),
            capacity: known(booking.capacity, at),
            milestones: known(booking.milestones, at),
          }
        : null,
    };
  });
}

/** Before anybody's time, and after it. */
const [EVER, NEVER] = ['0000-01-01', '9999-12-31'];

function absencesOf(plan: Statements, item: Path): PlanPersonFacts['absences'] {
  const [first, last] = [plan.date([...item, 'from']), plan.date([...item, 'to'])];
  const between = (
    from: string,
    to: string,
    { at }: Stated<unknown>,
  ): PlanPersonFacts['absences'][number] => ({
    from: known(from, at),
    to: known(to, at),
  });
  return [
    ...(first.value === null ? [] : [between(EVER, dateOf(dayOf(first.value) - 1), first)]),
    ...(last.value === null ? [] : [between(dateOf(dayOf(last.value) + 1), NEVER, last)]),
    ...plan.items([...item, 'absent']).flatMap((absence) => {
      const [from, to] = [plan.date([...absence, 'from']), plan.date([...absence, 'to'])];
      return from.value === null || to.value === null ? [] : [between(from.value, to.value, from)];
    }),
  ];
}
