/** A moment in UTC: whole seconds since 1970 and the rest. */
export interface Moment {
  readonly seconds: number;
  readonly nanoseconds: number;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Names that OPA accepts instead of a layout. */
const NAMED: Readonly<Record<string, string>> = {
  ANSIC: 'Mon Jan _2 15:04:05 2006',
  RFC822Z: '02 Jan 06 15:04 -0700',
  RFC1123: 'Mon, 02 Jan 2006 15:04:05 MST',
  RFC1123Z: 'Mon, 02 Jan 2006 15:04:05 -0700',
  RFC3339: '2006-01-02T15:04:05Z07:00',
  RFC3339Nano: '2006-01-02T15:04:05.999999999Z07:00',
};

/** Pieces of Go's layouts, the longer first; anything else stands for itself. */
const PIECES =
  /2006|January|Monday|Z07:00|-07:00|-0700|[.,]0+(?!\d)|[.,]9+(?!\d)|MST|Jan|Mon|01|02|03|04|05|06|15|PM|_2|[1-5]/g;

interface Token {
  readonly piece: string;
  readonly literal: boolean;
}

function tokens(layout: string): readonly Token[] {
  const text = NAMED[layout] ?? layout;
  const list: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(PIECES)) {
    if (match.index > at) list.push({ piece: text.slice(at, match.index), literal: true });
    list.push({ piece: match[0], literal: false });
    at = match.index + match[0].length;
  }
  if (at < text.length) list.push({ piece: text.slice(at), literal: true });
  return list;
}

const pad = (value: number, width: number, fill = '0'): string => String(value).padStart(width, fill);

/** Go's `Time.Format`, in UTC. */
export function formatMoment(moment: Moment, layout: string): string {
  const date = new Date(moment.seconds * 1000);
  return tokens(layout)
    .map(({ piece, literal }) => (literal ? piece : formatPiece(piece, date, moment.nanoseconds)))
    .join('');
}

function formatPiece(piece: string, date: Date, nanoseconds: number): string {
  const hour = date.getUTCHours();
  const writers: Readonly<Record<string, string>> = {
    '2006': pad(date.getUTCFullYear(), 4),
    '06': pad(date.getUTCFullYear() % 100, 2),
    January: MONTHS[date.getUTCMonth()] ?? '',
    Jan: (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3),
    Monday: DAYS[date.getUTCDay()] ?? '',
    Mon: (DAYS[date.getUTCDay()] ?? '').slice(0, 3),
    '01': pad(date.getUTCMonth() + 1, 2),
    '1': String(date.getUTCMonth() + 1),
    '02': pad(date.getUTCDate(), 2),
    _2: pad(date.getUTCDate(), 2, ' '),
    '2': String(date.getUTCDate()),
    '15': pad(hour, 2),
    '03': pad(hour % 12 || 12, 2),
    '3': String(hour % 12 || 12),
    '04': pad(date.getUTCMinutes(), 2),
    '4': String(date.getUTCMinutes()),
    '05': pad(date.getUTCSeconds(), 2),
    '5': String(date.getUTCSeconds()),
    PM: hour < 12 ? 'AM' : 'PM',
    MST: 'UTC',
    'Z07:00': 'Z',
    '-07:00': '+00:00',
    '-0700': '+0000',
  };
  return writers[piece] ?? fraction(piece, nanoseconds);
}

/** `.000` writes every digit, `.999` leaves trailing zeros out. */
function fraction(piece: string, nanoseconds: number): string {
  const digits = pad(nanoseconds, 9).slice(0, piece.length - 1);
  if (piece[1] === '0') return piece.slice(0, 1) + digits;
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? '' : piece.slice(0, 1) + kept;
}

const PATTERNS: Readonly<Record<string, string>> = {
  '2006': '(\\d{4})',
  '06': '(\\d{2})',
  January: `(${MONTHS.join('|')})`,
  Jan: `(${MONTHS.map((name) => name.slice(0, 3)).join('|')})`,
  Monday: `(${DAYS.join('|')})`,
  Mon: `(${DAYS.map((name) => name.slice(0, 3)).join('|')})`,
  '01': '(\\d{2})',
  '1': '(\\d{1,2})',
  '02': '(\\d{2})',
  _2: ' ?(\\d{1,2})',
  '2': '(\\d{1,2})',
  '15': '(\\d{1,2})',
  '03': '(\\d{2})',
  '3': '(\\d{1,2})',
  '04': '(\\d{2})',
  '4': '(\\d{1,2})',
  '05': '(\\d{2})(?:[.,](\\d{1,9}))?',
  '5': '(\\d{1,2})(?:[.,](\\d{1,9}))?',
  PM: '(AM|PM)',
  MST: '(UTC|GMT)',
  'Z07:00': '(Z|[+-]\\d{2}:\\d{2})',
  '-07:00': '([+-]\\d{2}:\\d{2})',
  '-0700': '([+-]\\d{4})',
};

/** Go's `time.Parse`; `undefined` when the text does not fit the layout or is no date. */
export function parseMoment(text: string, layout: string): Moment | undefined {
  const fields: string[] = [];
  let pattern = '';
  let fractionTaken = false;
  const list = tokens(layout);
  for (const [i, { piece, literal }] of list.entries()) {
    const next = list[i + 1]?.piece ?? '';
    if (literal) pattern += piece.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    else if (/^[.,]0/.test(piece)) pattern += `[.,](\\d{${String(piece.length - 1)}})`;
    else if (/^[.,]9/.test(piece)) pattern += fractionTaken ? '' : '(?:[.,](\\d{1,9}))?';
    else if (piece.endsWith('5') && /^[.,][09]/.test(next)) pattern += '(\\d{1,2})';
    else pattern += PATTERNS[piece] ?? '';
    if (literal) continue;
    fractionTaken = piece.endsWith('5') && piece !== '15' && !/^[.,][09]/.test(next);
    if (/^[.,]/.test(piece)) fields.push('fraction');
    else fields.push(piece, ...(fractionTaken ? ['fraction'] : []));
  }
  const match = new RegExp(`^${pattern}$`).exec(text);
  if (match === null) return undefined;
  const found = new Map(fields.map((field, i) => [field, match[i + 1]]));
  return momentOf((...names) => names.map((name) => found.get(name)).find((value) => value !== undefined));
}

function momentOf(field: (...names: readonly string[]) => string | undefined): Moment | undefined {
  const short = field('06');
  const year = Number(
    field('2006') ?? (short === undefined ? 0 : Number(short) + (Number(short) >= 69 ? 1900 : 2000)),
  );
  const name = field('January', 'Jan');
  const month =
    name === undefined ? Number(field('01', '1') ?? 1) : MONTHS.findIndex((m) => m.startsWith(name)) + 1;
  const day = Number(field('02', '_2', '2') ?? 1);
  const half = field('PM');
  const clock = Number(field('15', '03', '3') ?? 0);
  const hour = half === undefined ? clock : (clock % 12) + (half === 'PM' ? 12 : 0);
  const minute = Number(field('04', '4') ?? 0);
  const second = Number(field('05', '5') ?? 0);
  const nanoseconds = Number((field('fraction') ?? '').padEnd(9, '0'));
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const seconds = secondsOf(year, month, day, hour, minute, second);
  const date = new Date(seconds * 1000);
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return undefined;
  return { seconds: seconds - offsetOf(field('Z07:00', '-07:00', '-0700') ?? 'Z'), nanoseconds };
}

/** `Date.UTC` reads years below 100 as 19xx. */
export function secondsOf(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime() / 1000;
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60);
}
