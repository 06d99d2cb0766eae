import type { DataDocument } from '../../syntax/data/index.ts';
import type { Written } from '../../syntax/icalendar/index.ts';

/** How the milestones of a calendar are named in the plan. */
export interface MilestoneNames {
  of(
    title: Written<string>,
    uid: Written<string> | null,
  ): { readonly id: Written<string>; readonly title: Written<string> };
}

/**
 * A milestone of the calendar is the plan's of the same title; or that whose id, stated or depended on, is what its
 * UID has before the `@`; or else one of its own, whose id is made of its title.
 */
export function milestoneNames(document: DataDocument): MilestoneNames {
  const ids = new Set<string>();
  const byTitle = new Map<string, { readonly id: string; readonly title: string }>();
  const { value } = document.at(['timeline', 'milestones']);
  for (const milestone of (Array.isArray(value) ? value : []) as unknown[]) {
    if (typeof milestone !== 'object' || milestone === null) continue;
    const { id, title, dependsOn } = milestone as Record<string, unknown>;
    for (const other of [id, ...(Array.isArray(dependsOn) ? (dependsOn as unknown[]) : [])])
      if (typeof other === 'string') ids.add(other);
    if (typeof id === 'string' && typeof title === 'string') byTitle.set(title.toLowerCase(), { id, title });
  }
  return {
    of: (title, uid) => {
      const stated = byTitle.get(title.value.toLowerCase());
      // Capitals are no other title.
      if (stated) return { id: { value: stated.id, at: title.at }, title: { ...title, value: stated.title } };
      const local = uid?.value.split('@')[0];
      if (uid && local !== undefined && ids.has(local)) return { id: { value: local, at: uid.at }, title };
      return { id: { value: slug(title.value) || title.value, at: title.at }, title };
    },
  };
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);
}
