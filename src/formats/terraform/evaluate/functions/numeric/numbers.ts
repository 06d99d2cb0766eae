import { computed, numberAt, type Value } from '../../../../../cloud/index.ts';
import { isSequence } from '../../values/inspect.ts';
import { convert } from '../../values/convert.ts';
import { toWide, wideAt } from '../../values/numbers.ts';
import { NUMBER } from '../../values/types.ts';
import { calculateWide, wholeWide, wideOf, type Wide } from '../../values/wide.ts';
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
  log: simple(['number', 'number'], (value, base) => finite(Math.log(value) / Math.log(base))),
  max: { min: 1, max: Infinity, run: (args, call) => extreme(args, call, (value, best) => value > best) },
  min: { min: 1, max: Infinity, run: (args, call) => extreme(args, call, (value, best) => value < best) },
  parseint: {
    min: 2,
    max: 2,
    run: (args, call) => {
      const [text, base] = args;
      return computed(parseInteger(text ? textOf(text) : '', base ? integerOf(base) : 0, call), args);
    },
  },
  pow: simple(['number', 'number'], (base, exponent) => finite(base ** exponent)),
  signum: simple(['number'], (value) => {
    if (!Number.isInteger(value) || Math.abs(value) >= 2 ** 63)
      throw new FunctionProblem('the argument must be a whole number of 64 bits');
    return Math.sign(value) || 0;
  }),
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
      return computed(wideAt(call.at, run(wideArgument(value))), [value]);
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

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new FunctionProblem('the result is not a number');
  return value;
}

/** The argument itself, so that its own place is the result's. */
function extreme(
  args: readonly Value[],
  call: Call,
  better: (value: number, best: number) => boolean,
): Value {
  let [best] = args;
  for (const arg of args) if (best && better(numberOf(arg), numberOf(best))) best = arg;
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
