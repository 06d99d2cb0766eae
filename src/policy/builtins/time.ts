import { formatMoment, parseMoment, secondsOf, type Moment } from './layout.ts';

/** Nanoseconds since 1970, or those with a time zone (and a layout); only UTC is known, so that no machine matters. */
type Time = number | readonly [nanoseconds: number, zone: string, layout?: string];

const NANO = 1_000_000_000;
const DAY = 86_400;

/** Doubles hold whole seconds in nanoseconds exactly; finer times are rounded to about 256 ns. */
const nanosecondsOf = ({ seconds, nanoseconds }: Moment): number =>
  Number(BigInt(seconds) * BigInt(NANO) + BigInt(nanoseconds));

function momentOf(time: Time): Moment {
  const [nanoseconds, zone = 'UTC'] = typeof time === 'number' ? [time] : time;
  if (zone !== 'UTC' && zone !== '') throw new Error(`Policies know the time zone UTC only, not "${zone}".`);
  const seconds = Math.floor(nanoseconds / NANO);
  return { seconds, nanoseconds: Number(BigInt(Math.trunc(nanoseconds)) - BigInt(seconds) * BigInt(NANO)) };
}

const dateOf = (time: Time): Date => new Date(momentOf(time).seconds * 1000);

const parts = (time: Time): [number, number, number, number, number, number] => {
  const date = dateOf(time);
  return [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
};

const parsed = (layout: string, text: string): number | undefined => {
  const moment = parseMoment(text, layout);
  return moment && nanosecondsOf(moment);
};

export const timeBuiltins = {
  'time.parse_ns': (layout: string, text: string): number | undefined => parsed(layout, text),
  'time.parse_rfc3339_ns': (text: string): number | undefined => parsed('RFC3339', text),
  'time.parse_duration_ns': (text: string): number | undefined => parseDuration(text),
  'time.date': (time: Time): number[] => parts(time).slice(0, 3),
  'time.clock': (time: Time): number[] => parts(time).slice(3),
  'time.weekday': (time: Time): string => formatMoment(momentOf(time), 'Monday'),
  'time.format': (time: Time): string =>
    formatMoment(momentOf(time), (typeof time === 'number' ? undefined : time[2]) ?? 'RFC3339Nano'),
  'time.add_date': (time: Time, years: number, months: number, days: number): number => {
    const [year, month, day, hour, minute, second] = parts(time);
    const seconds = secondsOf(year + years, month + months, day + days, hour, minute, second);
    return nanosecondsOf({ seconds, nanoseconds: momentOf(time).nanoseconds });
  },
  'time.diff': (left: Time, right: Time): number[] => difference(left, right),
};

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
  w: 604_800_000_000_000n,
  y: 31_536_000_000_000_000n,
};

/** Go's durations, `1h30m`, `-1.5h`, `0`, and OPA's days, weeks and years of 365 days. */
function parseDuration(text: string): number | undefined {
  const [, sign = '', body = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (body === '0') return 0;
  let total = 0n;
  let at = 0;
  const segment = /(?:(\d+)(?:\.(\d*))?|\.(\d+))(ns|us|µs|μs|ms|[smhdwy])/y;
  for (let match = segment.exec(body); match; match = segment.exec(body)) {
    const [, whole = '0', after = '', only = '', unit = ''] = match;
    const decimals = after + only;
    const scale = UNITS[unit] ?? 0n;
    total += BigInt(whole) * scale;
    if (decimals !== '') total += (BigInt(decimals) * scale) / 10n ** BigInt(decimals.length);
    at = segment.lastIndex;
  }
  if (at === 0 || at < body.length) return undefined;
  return Number(sign === '-' ? -total : total);
}

/** Years, months, days, hours, minutes, seconds between two times, as OPA counts them. */
function difference(left: Time, right: Time): number[] {
  const [early, late] = momentOf(left).seconds <= momentOf(right).seconds ? [left, right] : [right, left];
  const a = parts(early);
  const b = parts(late);
  const result = a.map((part, i) => (b[i] ?? 0) - part) as typeof a;
  const borrow = (from: number, size: number): void => {
    if ((result[from] ?? 0) >= 0) return;
    result[from] = (result[from] ?? 0) + size;
    result[from - 1] = (result[from - 1] ?? 0) - 1;
  };
  borrow(5, 60);
  borrow(4, 60);
  borrow(3, 24);
  const daysInMonth = (secondsOf(a[0], a[1] + 1, 1) - secondsOf(a[0], a[1], 1)) / DAY;
  borrow(2, daysInMonth);
  borrow(1, 12);
  return result;
}
