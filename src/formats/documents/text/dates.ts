const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';

/** A day at the beginning of a text, YYYY-MM-DD; undefined for what may mean two days, or none: 3/4/2026, 31 February. */
export function dayIn(text: string): string | undefined {
  const iso = /^(\d{4})[-/.](\d{2})[-/.](\d{2})(?!\d)/.exec(text);
  if (iso) return dayOf(iso[1], Number(iso[2]), iso[3]);
  const dayFirst = new RegExp(
    `^(\\d{1,2})(?:st|nd|rd|th)?\\.?[ -]${MONTH}\\.?,?[ -](\\d{4})(?!\\d)`,
    'i',
  ).exec(text);
  if (dayFirst) return dayOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = new RegExp(`^${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i').exec(text);
  return monthFirst ? dayOf(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]) : undefined;
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

function dayOf(year = '', month: number, day = ''): string | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
