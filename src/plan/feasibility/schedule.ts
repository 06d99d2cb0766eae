import { dateOf } from './workdays.ts';
import type { Milestone, Timeline } from './timeline.ts';

/** When a milestone can be ready at the earliest, by what the plan states. */
export interface Scheduled {
  readonly id: string;
  readonly ready: number;
  /** Work of its own, or of what it waits for: a chain of nothing but dates says nothing. */
  readonly worked: boolean;
  /** Milestones in a row that decide it, the first one first: `pipeline: 10 working days from 2026-10-26 to 2026-11-06`. */
  readonly chain: readonly string[];
  /** What decides it is itself too late. */
  readonly afterLate: boolean;
}

/**
 * The earliest day on which each milestone can be ready, when it begins after all that it depends on, and not before
 * its own start and the plan's. Those of a circle, and those after them, have none.
 */
export function scheduleOf(timeline: Timeline): ReadonlyMap<string, Scheduled> {
  const scheduled = new Map<string, Scheduled>();
  for (const milestone of inOrder(timeline.milestones)) {
    const entry = milestone.done ? undefined : schedule(milestone, timeline, scheduled);
    if (entry) scheduled.set(milestone.id, entry);
  }
  return scheduled;
}

function schedule(
  milestone: Milestone,
  timeline: Timeline,
  scheduled: ReadonlyMap<string, Scheduled>,
): Scheduled | undefined {
  const { begin, waits } = beginOf(milestone, timeline, scheduled);
  if (begin === -Infinity) return undefined;
  const length = lengthOf(milestone, timeline);
  if (!length) {
    const { chain = [], worked = false } = waits ?? {};
    return {
      id: milestone.id,
      ready: waits?.ready ?? begin,
      worked,
      chain,
      afterLate: isLate(waits, timeline),
    };
  }
  const first = timeline.workdays.after(begin, 1);
  const ready = timeline.workdays.after(begin, length.days);
  if (first === undefined || ready === undefined) return undefined;
  const own = `${milestone.id}: ${length.words} from ${dateOf(first)} to ${dateOf(ready)}`;
  return {
    id: milestone.id,
    ready,
    worked: true,
    chain: [...(waits?.chain ?? []), own],
    afterLate: isLate(waits, timeline),
  };
}

/** The first day on which work on it can begin, and what it waits for until then. */
function beginOf(
  { dependsOn, start }: Milestone,
  timeline: Timeline,
  scheduled: ReadonlyMap<string, Scheduled>,
): { readonly begin: number; readonly waits: Scheduled | undefined } {
  let last: Scheduled | undefined;
  for (const id of dependsOn) {
    const other = scheduled.get(id);
    if (other && (!last || other.ready > last.ready)) last = other;
  }
  const stated = Math.max(start ?? -Infinity, timeline.start ?? -Infinity);
  if (!last || last.ready + 1 < stated) return { begin: stated, waits: undefined };
  return { begin: last.ready + 1, waits: last };
}

function isLate(waits: Scheduled | undefined, { milestones }: Timeline): boolean {
  if (!waits) return false;
  const due = milestones.get(waits.id)?.due ?? null;
  return waits.afterLate || (due !== null && waits.ready > due);
}

/** Working days as stated, else those that its effort takes at least when the owner does nothing else. */
function lengthOf(
  { workingDays, effort, owner }: Milestone,
  { people }: Timeline,
): { readonly days: number; readonly words: string } | undefined {
  if (workingDays !== null) {
    const days = Math.ceil(workingDays);
    if (days === 0) return undefined;
    return { days, words: `${days} working ${days === 1 ? 'day' : 'days'}` };
  }
  const allocation = owner === null ? null : (people.get(owner)?.allocation ?? null);
  if (effort === null || effort === 0 || allocation === null || allocation <= 0) return undefined;
  const days = Math.ceil(Math.round((effort / allocation) * 1e6) / 1e6);
  return {
    days,
    words: `${effort} days of work for ${allocation} of ${String(owner)}, ${days} working days,`,
  };
}

/** Each milestone after those that it depends on; those of circles, and after them, are left out. */
function inOrder(milestones: Timeline['milestones']): readonly Milestone[] {
  const open = new Map<string, number>();
  const next = new Map<string, string[]>();
  for (const { id, dependsOn } of milestones.values()) {
    open.set(id, dependsOn.length);
    for (const other of dependsOn) {
      const list = next.get(other);
      if (list) list.push(id);
      else next.set(other, [id]);
    }
  }
  const ordered = [...milestones.values()].filter(({ id }) => open.get(id) === 0);
  for (const { id } of ordered)
    for (const later of next.get(id) ?? []) {
      const left = (open.get(later) ?? 0) - 1;
      open.set(later, left);
      const milestone = milestones.get(later);
      if (left === 0 && milestone) ordered.push(milestone);
    }
  return ordered;
}
