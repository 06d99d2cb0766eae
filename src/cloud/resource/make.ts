import type { Location, RelatedLocation } from '../../source/index.ts';
import type {
  BoolValue,
  MappingValue,
  NullValue,
  NumberValue,
  SequenceValue,
  StringValue,
  UnknownValue,
  Value,
  ValueOrigin,
} from './value.ts';

const NO_CHAIN: readonly RelatedLocation[] = [];

/** Longer ones are cut: a chain tells a reader the way, and thousands of steps tell nobody anything. */
const MAX_CHAIN = 12;

export function nullAt(at: Location): NullValue {
  return { kind: 'null', at, chain: NO_CHAIN };
}

export function boolAt(at: Location, value: boolean): BoolValue {
  return { kind: 'bool', at, chain: NO_CHAIN, value };
}

export function numberAt(at: Location, value: number): NumberValue {
  return { kind: 'number', at, chain: NO_CHAIN, value };
}

/** Accents are joined with their letters, as go-cty does with every string. */
export function stringAt(at: Location, value: string): StringValue {
  const composed = /[\u0300-\uffff]/.test(value) ? value.normalize('NFC') : value;
  return { kind: 'string', at, chain: NO_CHAIN, value: composed };
}

export function sequenceAt(
  at: Location,
  kind: SequenceValue['kind'],
  items: readonly Value[],
): SequenceValue {
  return { kind, at, chain: NO_CHAIN, items };
}

export function mappingAt(
  at: Location,
  kind: MappingValue['kind'],
  entries: ReadonlyMap<string, Value>,
): MappingValue {
  return { kind, at, chain: NO_CHAIN, entries };
}

export function unknownAt(at: Location, reason: string, more?: Partial<UnknownValue>): UnknownValue {
  return { kind: 'unknown', at, chain: NO_CHAIN, reason, ...more };
}

/** A value that cannot be told because another one cannot: it keeps the other's reason, place and chain. */
export function unknownFrom(cause: UnknownValue, more?: Partial<UnknownValue>): UnknownValue {
  const { at, chain, reason } = cause;
  return {
    kind: 'unknown',
    at,
    chain,
    reason,
    ...(cause.sensitive && { sensitive: true as const }),
    ...(cause.failure && { failure: true as const }),
    ...more,
  };
}

/** The value, having passed more places on its way to the user. */
export function passed<V extends Value>(value: V, hops: readonly RelatedLocation[]): V {
  if (hops.length === 0 || value.chain.length >= MAX_CHAIN) return value;
  return { ...value, chain: value.chain.length === 0 ? hops : [...hops, ...value.chain] };
}

export function asSensitive<V extends Value>(value: V): V {
  return value.sensitive ? value : { ...value, sensitive: true };
}

/**
 * A value made out of others at an expression: where one of them came from elsewhere, that place is in its
 * chain, and where one of them is sensitive, so is it.
 */
export function computed<V extends Value>(made: V, sources: readonly ValueOrigin[]): V {
  let result = made;
  for (const source of sources) {
    if (source.sensitive && !result.sensitive) result = { ...result, sensitive: true };
    if (source.chain.length > 0 && result.chain.length === 0) {
      const decided = { location: source.at, message: 'This decides it' };
      result = { ...result, chain: [...source.chain.slice(0, MAX_CHAIN), decided] };
    }
  }
  return result;
}
