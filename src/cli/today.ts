import { mistakes } from '../errors/index.ts';

/**
 * The day that dates are held against: the one asked for; that of SOURCE_DATE_EPOCH (reproducible-builds.org), which
 * asks for one too; else today in UTC.
 */
export function today(asOf: string | undefined): { readonly today: string; readonly asOf: boolean } {
  if (asOf !== undefined) {
    const date = new Date(`${asOf}T00:00:00Z`);
    const valid = /^\d{4}-\d{2}-\d{2}$/.test(asOf) && !Number.isNaN(date.valueOf()) && dayOf(date) === asOf;
    if (!valid) throw mistakes.valueInvalid('--as-of', asOf, 'a day of the calendar as YYYY-MM-DD');
    return { today: asOf, asOf: true };
  }
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined && /^\d+$/.test(epoch))
    return { today: dayOf(new Date(Number(epoch) * 1000)), asOf: true };
  return { today: dayOf(new Date()), asOf: false };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
