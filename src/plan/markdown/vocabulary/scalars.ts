import { purposeOf } from '../../../model/index.ts';
import { parseHours } from '../../read/calendar.ts';
import type { Scalar } from './shape.ts';
import values from './values.json' with { type: 'json' };

/** A value that was understood; `currency` where an amount of money names its own. */
interface Understood {
  readonly value: string | number | boolean;
  readonly currency?: string;
}

const VARIANTS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(values));
const TRUE: ReadonlySet<string> = new Set(['yes', 'true', 'enabled', 'required', '✓', '✔', '✅']);
const FALSE: ReadonlySet<string> = new Set(['no', 'false', 'disabled', '✗', '✘', '❌']);
const DONE: ReadonlySet<string> = new Set(['done', 'complete', 'completed', 'finished']);
const NOT_DONE: ReadonlySet<string> = new Set([
  'open',
  'pending',
  'planned',
  'in progress',
  'not started',
  'todo',
]);

/** The statement that a text makes where the schema wants a value of that kind; undefined when that is not certain. */
export function scalarOf(
  text: string,
  { of, choices }: Scalar,
  key: string,
  unit = '',
): Understood | undefined {
  if (choices.length > 0) return given(choiceOf(text, choices, key));
  switch (of) {
    case 'boolean':
      return given(booleanOf(text.toLowerCase(), key));
    case 'date':
      return given(dateOf(text));
    case 'duration':
      return given(durationOf(text, unit));
    case 'number':
      return numberOf(text, key, unit);
    case 'threshold':
      return undefined;
    case 'name':
    case 'path':
    case 'reference':
    case 'text':
      return given(text);
  }
}

function given(value: string | boolean | number | undefined): Understood | undefined {
  return value === undefined ? undefined : { value };
}

/** Only letters and digits count: "SOC 2" is soc2, "Blue/green" blue-green. */
const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9%]/g, '');

function choiceOf(text: string, choices: readonly string[], key: string): string | undefined {
  const wanted = bare(text);
  const found = choices.find(
    (choice) => bare(choice) === wanted || variantsOf(choice).some((one) => bare(one) === wanted),
  );
  return found ?? (key === 'purpose' ? purposeOf(text) : undefined);
}

function variantsOf(choice: string): readonly string[] {
  return VARIANTS.get(choice) ?? [];
}

function booleanOf(text: string, key: string): boolean | undefined {
  if (TRUE.has(text) || (key === 'done' && DONE.has(text))) return true;
  return FALSE.has(text) || (key === 'done' && NOT_DONE.has(text)) ? false : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_FIRST = /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})$/i;
const MONTH_FIRST = /^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;

/** 2026-12-07, "7 December 2026" or "December 7, 2026"; 07/12/2026 is two days. Whether there is such a day others say. */
function dateOf(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined) return dayOf(year, month, day);
  const [, name, date, ofYear] = MONTH_FIRST.exec(text) ?? [];
  return name !== undefined && date !== undefined && ofYear !== undefined
    ? dayOf(ofYear, name, date)
    : undefined;
}

function dayOf(year: string, name: string, day: string): string | undefined {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const UNITS: readonly (readonly [unit: string, words: RegExp])[] = [
  ['w', /^(?:w|weeks?)$/],
  ['d', /^(?:d|days?)$/],
  ['h', /^(?:h|hrs?|hours?)$/],
  ['m', /^(?:m|mins?|minutes?)$/],
  ['s', /^(?:s|secs?|seconds?)$/],
];
const NAMED: Readonly<Record<string, string>> = { hourly: '1h', daily: '24h', nightly: '24h', weekly: '7d' };

/** "4 hours", "every 15 min", "≤ 1h", "daily", in the plan's own notation. Months and years have no fixed length. */
function durationOf(text: string, unit: string): string | undefined {
  const bareText = text
    .toLowerCase()
    .replace(/^(?:every|each|within|at most|up to|max(?:imum)?\.?|under|<=?|≤) ?/, '');
  if (Object.hasOwn(NAMED, bareText)) return NAMED[bareText];
  if (parseHours(text) !== undefined) return text;
  if (parseHours(bareText) !== undefined) return bareText;
  const [, amount, word] = /^(\d{1,9}(?:\.\d{1,6})?)? ?([a-z]{0,9})$/.exec(bareText) ?? [];
  const named = word === '' ? unit : word;
  const found = UNITS.find(([, words]) => named !== undefined && words.test(named))?.[0];
  return found !== undefined && (amount !== undefined || word !== '')
    ? `${amount ?? '1'}${found}`
    : undefined;
}

interface Threshold {
  readonly key: 'above' | 'below';
  readonly value: number;
  readonly unit: string | undefined;
}

const THRESHOLD =
  /^(>=?|≥|above|over|more than|<=?|≤|below|under|less than) ?(\d{1,15}(?:\.\d{1,9})?) ?(%|\/s|[a-z]{1,12})?$/;
const THRESHOLD_UNITS: Readonly<Record<string, string>> = {
  '%': 'percent',
  percent: 'percent',
  ms: 'milliseconds',
  milliseconds: 'milliseconds',
  s: 'seconds',
  seconds: 'seconds',
  '/s': 'per-second',
  rps: 'per-second',
  bytes: 'bytes',
};

/** "> 5 %", "above 500 ms", "< 2". */
export function thresholdOf(text: string): Threshold | undefined {
  const [, direction, digits, written] = THRESHOLD.exec(text.toLowerCase()) ?? [];
  if (direction === undefined || digits === undefined) return undefined;
  const unit = written === undefined ? undefined : THRESHOLD_UNITS[written];
  if (written !== undefined && unit === undefined) return undefined;
  return {
    key: /^(?:<|≤|below|under|less)/.test(direction) ? 'below' : 'above',
    value: Number(digits),
    unit,
  };
}

const AMOUNT = /^(?:(?:>=|<=|≥|≤|at least|at most) ?)?(\d{1,15}(?:\.\d{1,9})?) ?([a-z%]{0,9})$/;
const MONEY =
  /^([A-Z]{3}|[€£$])? ?(\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(\.\d{1,2})? ?([A-Z]{3}|[€£$])?(?: ?(?:\/|per) ?(?:mo|month))?$/;
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' };
const DAYS: Readonly<Record<string, number>> = { d: 1, day: 1, days: 1, w: 7, week: 7, weeks: 7 };
const MINUTES: Readonly<Record<string, number>> = {
  m: 1,
  min: 1,
  mins: 1,
  minute: 1,
  minutes: 1,
  h: 60,
  hour: 60,
  hours: 60,
};

function numberOf(text: string, key: string, unit: string): Understood | undefined {
  if (key === 'limit' || key === 'estimate') return moneyOf(text, unit);
  const [, digits, written] = AMOUNT.exec(text.toLowerCase()) ?? [];
  if (digits === undefined || written === undefined) return undefined;
  const factor = factorOf(key, written === '' ? unit : written, written === '');
  return factor === undefined ? undefined : { value: (Number(digits) * factor[0]) / factor[1] };
}

/** What a number is multiplied and divided by to have the unit that the key names. */
function factorOf(key: string, unit: string, silent: boolean): readonly [number, number] | undefined {
  if (unit === '') return [1, 1];
  if (/days$/i.test(key)) return by(DAYS[unit]);
  if (/minutes$/i.test(key)) return by(MINUTES[unit]);
  if (/gib$/i.test(key)) return unit === 'gib' ? [1, 1] : unit === 'tib' ? [1024, 1] : undefined;
  if (key === 'allocation') return unit === '%' ? [1, 100] : unit === 'fte' ? [1, 1] : undefined;
  // What a header says in parentheses need not be a unit.
  return unit === '%' || silent ? [1, 1] : undefined;
}

const by = (factor: number | undefined): readonly [number, number] | undefined =>
  factor === undefined ? undefined : [factor, 1];

/** Nobody writes thousandths of money: a comma with three digits behind it divides thousands. */
function moneyOf(text: string, unit: string): Understood | undefined {
  const [, before, digits, cents, after] = MONEY.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const named =
    before ?? after ?? (/^[A-Z]{3}$|^[€£]$/.test(unit.toUpperCase()) ? unit.toUpperCase() : undefined);
  const currency = named === undefined || named === '$' ? undefined : (SIGNS[named] ?? named);
  const value = Number(digits.replaceAll(',', '') + (cents ?? ''));
  return { value, ...(currency !== undefined && { currency }) };
}
