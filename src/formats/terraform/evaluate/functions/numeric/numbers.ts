import { computed, numberAt, type Value } from '../../../../../cloud/index.ts';
import { isSequence } from '../../values/inspect.ts';
import { rounded } from '../../values/numbers.ts';
import { type Call, FunctionProblem, type Functions, numberOf, simple } from '../define.ts';

export const NUMBER_FUNCTIONS: Functions = {
  abs: simple(['number'], (value) => Math.abs(value)),
  ceil: simple(['number'], (value) => Math.ceil(value)),
  floor: simple(['number'], (value) => Math.floor(value)),
  log: simple(['number', 'number'], (value, base) => finite(rounded(Math.log(value) / Math.log(base)))),
  max: { min: 1, max: Infinity, run: (args, call) => extreme(args, call, (value, best) => value > best) },
  min: { min: 1, max: Infinity, run: (args, call) => extreme(args, call, (value, best) => value < best) },
  parseint: simple(['string', 'number'], parseInteger),
  pow: simple(['number', 'number'], (base, exponent) => finite(base ** exponent)),
  signum: simple(['number'], (value) => Math.sign(value)),
  sum: {
    min: 1,
    max: 1,
    run: ([list], call) => {
      if (!list || !isSequence(list) || list.items.length === 0) {
        throw new FunctionProblem('the argument must be a list with at least one element');
      }
      let total = 0;
      for (const item of list.items) total += numberOf(item);
      return computed(numberAt(call.at, rounded(total)), [list]);
    },
  },
};

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

function parseInteger(text: string, base: number): number {
  const digits = base <= 36 ? text.toLowerCase() : text;
  const negative = digits.startsWith('-');
  let value = 0;
  const body = negative || digits.startsWith('+') ? digits.slice(1) : digits;
  for (const character of body) {
    const digit = DIGITS.indexOf(character);
    if (digit < 0 || digit >= base)
      throw new FunctionProblem(`"${text}" is not a number in base ${String(base)}`);
    value = value * base + digit;
  }
  if (body === '' || base < 2 || base > 62) throw new FunctionProblem('there is nothing to parse');
  return negative ? -value : value;
}
