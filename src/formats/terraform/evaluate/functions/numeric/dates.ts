import { FunctionProblem, type Functions, simple } from '../define.ts';

export const DATE_FUNCTIONS: Functions = {
  formatdate: simple(['string', 'string'], (spec, text) => formatDate(spec, parseTime(text))),
  timeadd: simple(['string', 'string'], (text, duration) => addTo(parseTime(text), parseDuration(duration))),
  timecmp: simple(['string', 'string'], (left, right) =>
    Math.sign(parseTime(left).instant - parseTime(right).instant),
  ),
};

interface Time {
  /** Milliseconds, UTC. */
  readonly instant: number;
  /** Minutes east of Greenwich. */
  readonly offset: number;
  readonly zone: string;
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|([+-])(\d\d):(\d\d))$/i;

function parseTime(text: string): Time {
  const match = RFC3339.exec(text);
  const instant = Date.parse(text);
  if (!match || Number.isNaN(instant))
    throw new FunctionProblem(`"${text.slice(0, 40)}" is not a time like 2026-01-31T12:00:00Z`);
  const [, zone = 'Z', sign, hours, minutes] = match;
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  return { instant, offset, zone: zone.toUpperCase() };
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

function parseDuration(text: string): number {
  const match = /^([+-]?)((?:\d+(?:\.\d+)?(?:ns|us|µs|ms|[smh]))+|0)$/.exec(text);
  if (!match) throw new FunctionProblem(`"${text.slice(0, 40)}" is not a duration like 1h30m`);
  let total = 0;
  for (const [, amount, unit] of (match[2] ?? '').matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|[smh])/g)) {
    total += Number(amount) * (UNITS.get(unit ?? '') ?? 0);
  }
  return match[1] === '-' ? -total : total;
}

function addTo(time: Time, milliseconds: number): string {
  const moved = new Date(time.instant + milliseconds + time.offset * 60_000);
  if (Number.isNaN(moved.getTime())) throw new FunctionProblem('the time is out of range');
  return moved.toISOString().replace(/\.\d+Z$/, time.zone);
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function formatDate(spec: string, time: Time): string {
  const date = new Date(time.instant + time.offset * 60_000);
  return spec.replace(/'((?:[^']|'')*)'|([A-Z])\2*/gi, (token: string, quoted: string | undefined) =>
    quoted === undefined ? dateField(token, date, time) : quoted.replaceAll("''", "'"),
  );
}

function dateField(token: string, date: Date, time: Time): string {
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const day = DAYS[date.getUTCDay()] ?? '';
  const hour = date.getUTCHours();
  const pad = (value: number): string => String(value).padStart(2, '0');
  const fields: Readonly<Record<string, string>> = {
    YYYY: String(date.getUTCFullYear()).padStart(4, '0'),
    YY: pad(date.getUTCFullYear() % 100),
    MMMM: month,
    MMM: month.slice(0, 3),
    MM: pad(date.getUTCMonth() + 1),
    M: String(date.getUTCMonth() + 1),
    DD: pad(date.getUTCDate()),
    D: String(date.getUTCDate()),
    EEEE: day,
    EEE: day.slice(0, 3),
    HH: pad(hour % 12 || 12),
    H: String(hour % 12 || 12),
    hh: pad(hour),
    h: String(hour),
    mm: pad(date.getUTCMinutes()),
    m: String(date.getUTCMinutes()),
    ss: pad(date.getUTCSeconds()),
    s: String(date.getUTCSeconds()),
    AA: hour < 12 ? 'AM' : 'PM',
    aa: hour < 12 ? 'am' : 'pm',
    ...zoneFields(time),
  };
  const text = Object.hasOwn(fields, token) ? fields[token] : undefined;
  if (text === undefined) throw new FunctionProblem(`"${token}" is not part of a date format`);
  return text;
}

function zoneFields({ offset, zone }: Time): Readonly<Record<string, string>> {
  const signed = zone === 'Z' ? '+00:00' : zone;
  const compact = signed.replace(':', '');
  return {
    ZZZZZ: signed,
    ZZZZ: compact,
    ZZZ: offset === 0 ? 'UTC' : compact,
    Z: offset === 0 ? 'Z' : signed,
  };
}
