import { gapOf, UNREADABLE, type Gap } from './gap.ts';

/** The gap of a repeating interval of ISO 8601, `R/2024-05-23T02:30:00+00:00/P1D`, as Azure's policies have it. */
export function gapOfRepeating(interval: string): Gap {
  const parts = interval.trim().split('/');
  const [repeat = '', , period = ''] = parts;
  if (parts.length !== 3 || !/^R\d*$/.test(repeat)) return UNREADABLE;
  if (repeat !== 'R') return { reason: 'ends after some runs' };
  const [, weeks, days, hours, minutes] =
    /^P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?)?$/.exec(period) ?? [];
  if (/^P1M$/.test(period)) return gapOf(31 * 24);
  return gapOf(
    Number(weeks ?? 0) * 168 + Number(days ?? 0) * 24 + Number(hours ?? 0) + Number(minutes ?? 0) / 60,
  );
}
