/** The longest time between two runs, or why there is none to tell; it completes "the schedule … ". */
export type Gap = { readonly hours: number } | { readonly reason: string };

/** Not in the notation that is asked for. */
export const UNREADABLE: Gap = { reason: 'cannot be read' };

export const NEVER_TWICE: Gap = { reason: 'never runs twice' };

/** What is longer than any schedule of backups, and no number any more when it is calculated with. */
const MOST_HOURS = 1_000_000;

export function gapOf(hours: number): Gap {
  return hours > 0 && hours < MOST_HOURS ? { hours } : UNREADABLE;
}
