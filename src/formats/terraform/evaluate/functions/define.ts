import type { Location } from '../../../../source/index.ts';
import type { Scope } from '../runtime.ts';
import {
  boolAt,
  computed,
  numberAt,
  sequenceAt,
  stringAt,
  type UnknownValue,
  type Value,
} from '../../../../cloud/index.ts';
import { convert } from '../values/convert.ts';
import { STRING } from '../values/types.ts';
import { typed } from '../values/unify.ts';

/** One call: where it is, and what it may reach. */
export interface Call {
  readonly name: string;
  readonly at: Location;
  readonly scope: Scope;
}

export interface FunctionSpec {
  readonly min: number;
  readonly max: number;
  /** Throws `FunctionProblem` for arguments that it cannot take. */
  readonly run: (args: readonly Value[], call: Call) => Value;
  /** It is run with unknown arguments too; otherwise an unknown argument is the result. */
  readonly takesUnknown?: true;
}

export type Functions = Readonly<Record<string, FunctionSpec>>;

/** What is wrong with a call; finishes "unknown because …". */
export class FunctionProblem extends Error {
  /** The problem is about the surroundings (a missing file), not about the configuration. */
  readonly quiet: boolean;

  constructor(message: string, quiet = false) {
    super(message);
    this.quiet = quiet;
  }
}

/** Thrown where something within the arguments is not known: the call's result is that unknown. */
export class NeedsUnknown extends Error {
  readonly unknown: UnknownValue;

  constructor(unknown: UnknownValue) {
    super(unknown.reason);
    this.unknown = unknown;
  }
}

type Parameter = 'string' | 'number' | 'bool';
type Argument<P> = P extends 'string' ? string : P extends 'number' ? number : boolean;
type Arguments<P extends readonly Parameter[]> = { [K in keyof P]: Argument<P[K]> };

export type Result = string | number | boolean | readonly string[];

/** A function on plain strings, numbers and bools; arguments are converted, the result is made at the call. */
export function simple<const P extends readonly Parameter[]>(
  parameters: P,
  run: (...args: Arguments<P>) => Result,
  optional = 0,
): FunctionSpec {
  return {
    min: parameters.length - optional,
    max: parameters.length,
    run: (args, call) => {
      const plain = args.map((value, index) => plainArgument(value, parameters[index] ?? 'string'));
      // Each was converted to what the parameter says; missing ones are optional, and have defaults.
      return computed(valueOf(run(...(plain as Arguments<P>)), call.at), args);
    },
  };
}

export function valueOf(result: Result, at: Location): Value {
  if (typeof result === 'string') return stringAt(at, result);
  if (typeof result === 'number') return numberAt(at, result);
  if (typeof result === 'boolean') return boolAt(at, result);
  return textsAt(
    at,
    result.map((item) => stringAt(at, item)),
  );
}

/** A list of strings, which it is without any, too. */
export function textsAt(at: Location, items: readonly Value[]): Value {
  return typed(sequenceAt(at, 'list', items), { kind: 'list', element: STRING });
}

function plainArgument(value: Value, kind: Parameter): string | number | boolean {
  if (value.kind === 'null') throw new FunctionProblem('an argument is null');
  const converted = convert(value, { kind });
  if (converted.kind === 'unknown') {
    if (value.kind === 'unknown') throw new NeedsUnknown(value);
    throw new FunctionProblem(converted.reason);
  }
  if (converted.kind === 'string' || converted.kind === 'number' || converted.kind === 'bool')
    return converted.value;
  throw new FunctionProblem(`an argument must be a ${kind}`);
}

export function textOf(value: Value): string {
  return plainArgument(value, 'string') as string;
}

export function numberOf(value: Value): number {
  return plainArgument(value, 'number') as number;
}

export function integerOf(value: Value): number {
  const number = numberOf(value);
  if (!Number.isInteger(number)) throw new FunctionProblem('an argument must be a whole number');
  return number;
}
