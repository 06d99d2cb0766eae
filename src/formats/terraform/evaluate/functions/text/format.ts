import type { Location } from '../../../../../source/index.ts';
import { computed, textAt, unknownAt, type UnknownValue, type Value } from '../../../../../cloud/index.ts';
import { convert } from '../../values/convert.ts';
import { NUMBER } from '../../values/types.ts';
import { describe, firstUnknown, isSequence } from '../../values/inspect.ts';
import { formatNumber } from '../../values/numbers.ts';
import { toJson } from '../../values/plain.ts';
import { fromContainer } from '../../values/step.ts';
import { FunctionProblem, type Functions, integerOf, numberOf, textOf, textsAt } from '../define.ts';
import { characters } from './strings.ts';

export const FORMAT_FUNCTIONS: Functions = {
  format: {
    min: 1,
    max: Infinity,
    takesUnknown: true,
    run: ([spec, ...args], call) => {
      if (spec === undefined || spec.kind === 'unknown')
        return spec ?? unknownAt(call.at, 'there is no format');
      return computed(formatted(textOf(spec), args, call.at), [spec, ...args]);
    },
  },
  formatlist: { min: 1, max: Infinity, run: (args, call) => computed(formatList(args, call.at), args) },
};

function formatList(args: readonly Value[], at: Location): Value {
  const [spec, ...rest] = args;
  let length: number | undefined;
  for (const value of rest) {
    if (!isSequence(value)) continue;
    if (length !== undefined && length !== value.items.length)
      throw new FunctionProblem('the lists differ in length');
    length = value.items.length;
  }
  const text = spec ? textOf(spec) : '';
  const items: Value[] = [];
  for (let index = 0; index < (length ?? 1); index++) {
    const row = rest.map((value) => {
      const item = isSequence(value) ? value.items[index] : value;
      return item && isSequence(value) ? fromContainer(item, value) : value;
    });
    items.push(formatted(text, row, at));
  }
  return textsAt(at, items);
}

const VERB = /%([-+ #0]*)([1-9]\d*)?(?:\.(\d+))?(?:\[(\d+)\])?([a-z%])/gi;

/** Unknown arguments leave a partly known string. */
function formatted(spec: string, args: readonly Value[], at: Location): Value {
  const parts: (string | UnknownValue)[] = [];
  let next = 0;
  let copied = 0;
  let used = 0;
  for (const match of spec.matchAll(VERB)) {
    const [whole, flags = '', width, precision, position, verb = ''] = match;
    parts.push(spec.slice(copied, match.index));
    copied = match.index + whole.length;
    if (verb === '%') {
      parts.push('%');
      continue;
    }
    const index = position === undefined ? next : Number(position) - 1;
    next = index + 1;
    used = Math.max(used, next);
    const value = args[index];
    if (!value) throw new FunctionProblem(`there is no argument for "${whole}"`);
    if (value.kind === 'unknown') parts.push(value);
    else parts.push(padded(verbText(verb, value, flags, precision), flags, Number(width ?? 0)));
  }
  if (used < args.length)
    throw new FunctionProblem(`there are ${String(args.length)} arguments, but ${String(used)} are used`);
  parts.push(spec.slice(copied));
  return textAt(at, parts);
}

function padded(text: string, flags: string, width: number): string {
  if (width > 10_000) throw new FunctionProblem('the width is too large');
  const missing = Math.max(0, width - characters(text).length);
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (!flags.includes('0')) return ' '.repeat(missing) + text;
  const sign = /^[-+]/.exec(text)?.[0] ?? '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}

function verbText(verb: string, value: Value, flags: string, precision: string | undefined): string {
  switch (verb) {
    case 's':
      return precision === undefined
        ? textOf(value)
        : characters(textOf(value)).slice(0, Number(precision)).join('');
    case 'q':
      return JSON.stringify(textOf(value));
    case 'v':
      return plainText(value, flags);
    case 't':
      if (value.kind !== 'bool') throw new FunctionProblem(`"%t" needs a bool, but got ${describe(value)}`);
      return String(value.value);
    default:
      return numberText(verb, value, flags, precision);
  }
}

function plainText(value: Value, flags: string): string {
  if (value.kind === 'string') return flags.includes('#') ? JSON.stringify(value.value) : value.value;
  if (value.kind === 'number') return formatNumber(value);
  const json = toJson(value);
  if (json === undefined)
    throw new FunctionProblem(firstUnknown(value)?.reason ?? 'an argument is too large', true);
  return json;
}

function numberText(verb: string, value: Value, flags: string, precision: string | undefined): string {
  const sign = flags.includes('+') && numberOf(value) >= 0 ? '+' : '';
  const digits = precision === undefined ? undefined : Math.min(100, Number(precision));
  switch (verb) {
    case 'd':
      return sign + exactInteger(value).toString();
    case 'b':
      return exactInteger(value).toString(2);
    case 'o':
      return exactInteger(value).toString(8);
    case 'x':
      return exactInteger(value).toString(16);
    case 'X':
      return exactInteger(value).toString(16).toUpperCase();
    case 'f':
    case 'F':
      return sign + numberOf(value).toFixed(digits ?? 6);
    case 'e':
    case 'E': {
      const text = numberOf(value)
        .toExponential(digits ?? 6)
        .replace(/e([+-])(\d)$/, 'e$10$2');
      return sign + (verb === 'E' ? text.toUpperCase() : text);
    }
    case 'g':
    case 'G':
      return sign + general(numberOf(value), digits);
    default:
      throw new FunctionProblem(`"%${verb}" is not a verb`);
  }
}

function exactInteger(value: Value): bigint {
  const number = convert(value, NUMBER);
  integerOf(number);
  return number.kind === 'number' ? BigInt(formatNumber(number)) : 0n;
}

/** `%g`: with an exponent where that is shorter. */
function general(value: number, digits: number | undefined): string {
  const precise = digits === undefined ? value : Number(value.toPrecision(Math.max(1, digits)));
  const exponent = precise === 0 ? 0 : Math.floor(Math.log10(Math.abs(precise)));
  if (exponent >= -4 && exponent < (digits ?? 21)) return formatNumber({ value: precise });
  return precise.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}
