const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Why a text is no day; undefined when it is one. 2026-02-30 has the form of a day, but there is none. */
export function dateProblem(text: string): string | undefined {
  const match = DATE.exec(text);
  if (!match) return 'is not a date';
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return 'is not a day of the calendar';
  return undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** In the order in which both notations write them. */
const UNITS = ['w', 'd', 'h', 'm', 's'];
const HOURS: Readonly<Record<string, number>> = { w: 168, d: 24, h: 1, m: 1 / 60, s: 1 / 3600 };
const SHORT = /^(?:\d{1,9}(?:\.\d{1,6})?[wdhms])+$/;
const ISO = /^P(?=.)(?:\d{1,9}(?:\.\d{1,6})?[WD])*(?:T(?:\d{1,9}(?:\.\d{1,6})?[HMS])+)?$/;

/**
 * Hours of a duration such as `90m`, `1h30m`, `30d`, `PT90M` or `P30D`; undefined when it is none. Months and years
 * are refused, since their length depends on when they start.
 */
export function parseHours(text: string): number | undefined {
  if (!SHORT.test(text) && !ISO.test(text)) return undefined;
  const units: string[] = [];
  let hours = 0;
  for (const [, amount, unit] of text.toLowerCase().matchAll(/([\d.]+)([wdhms])/g)) {
    if (amount === undefined || unit === undefined || units.includes(unit)) return undefined;
    units.push(unit);
    hours += Number(amount) * (HOURS[unit] ?? 0);
  }
  // 30m1h is a slip, not a duration.
  const inOrder = UNITS.filter((unit) => units.includes(unit)).join() === units.join();
  if (units.length === 0 || !inOrder) return undefined;
  return Math.round(hours * 1e6) / 1e6;
}
