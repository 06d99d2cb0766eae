import type { CalendarEvent, Written } from '../../syntax/icalendar/index.ts';

export const ROLES = ['release', 'freeze', 'holiday', 'milestone'] as const;
/** What an event is to the plan. */
export type Role = (typeof ROLES)[number];

/** What an event is to the plan, and what it is called: its summary, without the word that says what it is. */
export interface Meaning {
  readonly roles: readonly Role[];
  readonly title: Written<string> | null;
}

const PREFIX = /^(freeze|holiday|milestone|release)[ \t]*:[ \t]*/i;
/** "Release 2.4", but not "Release party". */
const RELEASE = /^release(?:$|[ \t]+v?\d)/i;

/** By its categories; without one of those that are known, by how its summary begins. */
export function meaningOf({ categories, summary }: CalendarEvent): Meaning {
  const named = new Set(categories.map(({ value }) => value.toLowerCase()));
  const prefix = PREFIX.exec(summary?.value ?? '');
  const byCategory = ROLES.filter((role) => named.has(role));
  const word = prefix?.[1]?.toLowerCase() ?? (RELEASE.test(summary?.value ?? '') ? 'release' : undefined);
  const roles = byCategory.length > 0 ? byCategory : ROLES.filter((role) => role === word);
  const title = summary && { ...summary, value: summary.value.slice(prefix?.[0].length ?? 0) };
  return { roles, title: title?.value ? title : null };
}
