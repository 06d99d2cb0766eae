import type { Location, RelatedLocation } from '../../../../source/index.ts';
import type {
  TfBool,
  TfMapping,
  TfNull,
  TfNumber,
  TfOrigin,
  TfSequence,
  TfString,
  TfUnknown,
  TfValue,
} from '../value.ts';

const NO_CHAIN: readonly RelatedLocation[] = [];

/** Longer ones are cut: a chain tells a reader the way, and thousands of steps tell nobody anything. */
const MAX_CHAIN = 12;

export function nullAt(at: Location): TfNull {
  return { kind: 'null', at, chain: NO_CHAIN };
}

export function boolAt(at: Location, value: boolean): TfBool {
  return { kind: 'bool', at, chain: NO_CHAIN, value };
}

export function numberAt(at: Location, value: number): TfNumber {
  return { kind: 'number', at, chain: NO_CHAIN, value };
}

export function stringAt(at: Location, value: string): TfString {
  return { kind: 'string', at, chain: NO_CHAIN, value };
}

export function sequenceAt(at: Location, kind: TfSequence['kind'], items: readonly TfValue[]): TfSequence {
  return { kind, at, chain: NO_CHAIN, items };
}

export function mappingAt(
  at: Location,
  kind: TfMapping['kind'],
  entries: ReadonlyMap<string, TfValue>,
): TfMapping {
  return { kind, at, chain: NO_CHAIN, entries };
}

export function unknownAt(at: Location, reason: string, more?: Partial<TfUnknown>): TfUnknown {
  return { kind: 'unknown', at, chain: NO_CHAIN, reason, ...more };
}

/** A value that cannot be told because another one cannot: it keeps the other's reason, place and chain. */
export function unknownFrom(cause: TfUnknown, more?: Partial<TfUnknown>): TfUnknown {
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
export function passed<V extends TfValue>(value: V, hops: readonly RelatedLocation[]): V {
  if (hops.length === 0 || value.chain.length >= MAX_CHAIN) return value;
  return { ...value, chain: value.chain.length === 0 ? hops : [...hops, ...value.chain] };
}

export function asSensitive<V extends TfValue>(value: V): V {
  return value.sensitive ? value : { ...value, sensitive: true };
}

/**
 * A value made out of others at an expression: where one of them came from elsewhere, that place is in its
 * chain, and where one of them is sensitive, so is it.
 */
export function computed<V extends TfValue>(made: V, sources: readonly TfOrigin[]): V {
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
