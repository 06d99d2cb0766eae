import { computed, numberAt, type Value } from '../../../../../cloud/index.ts';
import { isSequence } from '../../values/inspect.ts';
import { convert } from '../../values/convert.ts';
import { toWide, wideAt } from '../../values/numbers.ts';
import { NUMBER } from '../../values/types.ts';
import { calculateWide, compareWide, wholeWide, wideOf, wideText, type Wide } from '../../values/wide.ts';
import {
  type Call,
  FunctionProblem,
  type Functions,
  type FunctionSpec,
  integerOf,
  numberOf,
  simple,
  textOf,
} from '../define.ts';

export const NUMBER_FUNCTIONS: Functions = {
  abs: exact((wide) => (wide.mantissa < 0n ? { ...wide, mantissa: -wide.mantissa } : wide)),
  ceil: exact((wide) => wholeWide(wide, 1)),
  floor: exact((wide) => wholeWide(wide, -1)),
  log: ofDoubles((value, base) => Math.log(value) / Math.log(base)),
  max: { min: 1, max: Infinity, run: (args, call) => extreme(args, call, 1) },
  min: { min: 1, max: Infinity, run: (args, call) => extreme(args, call, -1) },
  parseint: {
    min: 2,
    max: 2,
    run: (args, call) => {
      const [text, base] = args;
      if (text && text.kind !== 'string') throw new FunctionProblem('the first argument must be a string');
      return computed(parseInteger(text ? textOf(text) : '', base ? integerOf(base) : 0, call), args);
    },
  },
  pow: ofDoubles(power),
  signum: simple(['number'], (value) => Math.sign(value) || 0),
  sum: {
    min: 1,
    max: 1,
    run: ([list], call) => {
      if (!list || !isSequence(list) || list.items.length === 0) {
        throw new FunctionProblem('the argument must be a list with at least one element');
      }
      let total: Wide = { mantissa: 0n, exponent: 0 };
      for (const item of list.items) total = calculateWide('+', total, wideArgument(item));
      return computed(wideAt(call.at, total), [list]);
    },
  },
};

/** A function of one number that loses none of its digits. */
function exact(run: (wide: Wide) => Wide): FunctionSpec {
  return {
    min: 1,
    max: 1,
    run: ([value], call) => {
      if (!value) throw new FunctionProblem('the argument is missing');
      const wide = run(wideArgument(value));
      if (value.kind !== 'number' || !value.double) return computed(wideAt(call.at, wide), [value]);
      return computed({ ...numberAt(call.at, Number(wideText(wide))), double: true }, [value]);
    },
  };
}

function wideArgument(value: Value): Wide {
  const plain = numberOf(value);
  const number = convert(value, NUMBER);
  const wide = number.kind === 'number' ? toWide(number) : wideOf(String(plain));
  if (!wide) throw new FunctionProblem('a number is too large to calculate with');
  return wide;
}

/** Powers are multiplied up one bit of the exponent after the other, which rounds as it does in Go. */
function power(base: number, exponent: number): number {
  if (base === 0 || Math.abs(exponent) === 0.5 || Math.abs(exponent) > 2 ** 31) return base ** exponent;
  const size = Math.abs(exponent);
  const whole = size % 1 > 0.5 ? Math.ceil(size) : Math.floor(size);
  const rest = size - whole;
  let result = rest === 0 ? 1 : Math.exp(rest * Math.log(base));
  let square = base;
  for (let left = whole; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return exponent < 0 ? 1 / result : result;
}

/** A function that calculates with doubles, and whose result is one. */
function ofDoubles(run: (left: number, right: number) => number): FunctionSpec {
  return {
    min: 2,
    max: 2,
    run: (args, call) => {
      const [left = 0, right = 0] = args.map(numberOf);
      const value = run(left, right);
      if (!Number.isFinite(value)) throw new FunctionProblem('the result is not a number');
      return computed({ ...numberAt(call.at, value), double: true }, args);
    },
  };
}

/** The argument itself, so that its own place is the result's. */
function extreme(args: readonly Value[], call: Call, direction: -1 | 1): Value {
  let [best] = args;
  for (const arg of args)
    if (best && Math.sign(compareWide(wideArgument(arg), wideArgument(best))) === direction) best = arg;
  if (!best) throw new FunctionProblem('there is no argument');
  return best.kind === 'number' ? best : numberAt(call.at, numberOf(best));
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function parseInteger(text: string, base: number, call: Call): Value {
  if (base < 2 || base > 62) throw new FunctionProblem('the base must be from 2 to 62');
  const digits = base <= 36 ? text.toLowerCase() : text;
  const negative = digits.startsWith('-');
  const body = negative || digits.startsWith('+') ? digits.slice(1) : digits;
  if (body === '') throw new FunctionProblem('there is nothing to parse');
  let value = 0n;
  for (const character of body) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0 || digit >= base)
      throw new FunctionProblem(`"${text}" is not a number in base ${String(base)}`);
    value = value * BigInt(base) + BigInt(digit);
  }
  return wideAt(call.at, { mantissa: negative ? -value : value, exponent: 0 });
}
