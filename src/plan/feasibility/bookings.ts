import { dateOf } from './workdays.ts';
import type { Milestone, Person, Timeline } from './timeline.ts';

/** The period in which someone has the most work beyond the time that they have. */
export interface Booking {
  readonly from: string;
  readonly to: string;
  /** Days of work that the milestones which must be done in it take. */
  readonly effort: number;
  /** Days of work that their allocation gives in it. */
  readonly capacity: number;
  readonly workingDays: number;
  /** `infrastructure 15, pipeline 10`. */
  readonly milestones: string;
}

interface Window {
  readonly from: number;
  readonly to: number;
  readonly milestone: Milestone;
  readonly effort: number;
}

/**
 * Of all periods from a milestone's start to a milestone's due date the one that asks most: work that has to be done
 * wholly within a period must fit into it. Undefined where no effort, allocation or time is stated.
 */
export function bookingOf(person: Person, timeline: Timeline): Booking | undefined {
  const { allocation } = person;
  if (allocation === null) return undefined;
  const windows = windowsOf(person, timeline).sort((a, b) => a.to - b.to);
  let worst: { from: number; to: number; effort: number; days: number } | undefined;
  let excess = -Infinity;
  for (const from of new Set(windows.map((window) => window.from))) {
    let effort = 0;
    for (const window of windows) {
      if (window.from < from) continue;
      effort += window.effort;
      const days = daysOf(person, timeline, from, window.to);
      if (effort - days * allocation <= excess) continue;
      excess = effort - days * allocation;
      worst = { from, to: window.to, effort, days };
    }
  }
  if (!worst) return undefined;
  const { from, to, effort, days } = worst;
  const within = windows.filter((window) => window.from >= from && window.to <= to);
  return {
    from: dateOf(from),
    to: dateOf(to),
    effort: rounded(effort),
    capacity: rounded(days * allocation),
    workingDays: days,
    milestones: within.map(({ milestone, effort: days_ }) => `${milestone.id} ${days_}`).join(', '),
  };
}

function windowsOf({ name }: Person, timeline: Timeline): Window[] {
  return [...timeline.milestones.values()].flatMap((milestone) => {
    const { owner, effort, due, done } = milestone;
    if (owner !== name || effort === null || effort === 0 || due === null || done) return [];
    const needed = milestone.dependsOn.flatMap((id) => timeline.milestones.get(id)?.due ?? []);
    const after = needed.length > 0 ? Math.max(...needed) + 1 : null;
    const from = milestone.start ?? after ?? timeline.start;
    return from === null || from > due ? [] : [{ from, to: due, milestone, effort }];
  });
}

/** Working days that they are there. */
function daysOf({ from, to, absences }: Person, { workdays }: Timeline, first: number, last: number): number {
  const [start, end] = [Math.max(first, from ?? first), Math.min(last, to ?? last)];
  const away = merged(absences).map((each) =>
    workdays.between(Math.max(start, each.from), Math.min(end, each.to)),
  );
  return workdays.between(start, end) - away.reduce((sum, days) => sum + days, 0);
}

/** Absences that overlap count once. */
function merged(absences: Person['absences']): Person['absences'] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...absences].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

function rounded(days: number): number {
  return Math.round(days * 100) / 100;
}
