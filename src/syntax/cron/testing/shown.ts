import type { Gap } from '../gap.ts';

/** Whole minutes, so that shares of an hour compare. */
export function shown(gap: Gap): number | string {
  return 'hours' in gap ? Math.round(gap.hours * 60) / 60 : gap.reason;
}
