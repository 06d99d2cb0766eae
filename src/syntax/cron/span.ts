import { gapOf, UNREADABLE, type Gap } from './gap.ts';

/** https://www.freedesktop.org/software/systemd/man/latest/systemd.time.html#Parsing%20Time%20Spans */
const UNITS: readonly (readonly [names: RegExp, hours: number])[] = [
  [/^(?:usec|us|µs)$/, 1 / 3_600_000_000],
  [/^(?:msec|ms)$/, 1 / 3_600_000],
  [/^(?:seconds?|sec|s)?$/, 1 / 3600],
  [/^(?:minutes?|min|m)$/, 1 / 60],
  [/^(?:hours?|hr|h)$/, 1],
  [/^(?:days?|d)$/, 24],
  [/^(?:weeks?|w)$/, 168],
  [/^(?:months?|M)$/, 30.44 * 24],
  [/^(?:years?|y)$/, 365.25 * 24],
];

/** The gap of a time span of systemd: `1h 30min`, `2d`, and a bare number for seconds. */
export function gapOfSpan(span: string): Gap {
  const text = span.trim();
  if (text.length > 100 || !/^(?:\d{1,12}(?:\.\d{1,6})? ?[a-zµ]{0,7} ?)+$/i.test(text)) return UNREADABLE;
  let hours = 0;
  for (const [, amount, name = ''] of text.matchAll(/(\d+(?:\.\d+)?) ?([a-zµ]*)/gi)) {
    const unit = UNITS.find(([names]) => names.test(name))?.[1];
    if (unit === undefined) return UNREADABLE;
    hours += Number(amount) * unit;
  }
  return gapOf(hours);
}
