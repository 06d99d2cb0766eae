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

/** Longer texts are not built: a few that repeat each other would fill the memory. */
export const MAX_TEXT = 4_000_000;

/** The same for parts of a text that is not known. */
const MAX_PARTS = 1000;

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

/**
 * A text of all parts, or an unknown one that keeps them. Parts of a partly known text are parts of this one, so that
 * none has parts in turn: those who read them would go through more of them than anybody wrote.
 */
export function textAt(at: Location, pieces: Iterable<string | UnknownValue>): StringValue | UnknownValue {
  const parts: (string | UnknownValue)[] = [];
  let length = 0;
  for (const piece of pieces) {
    const inner = typeof piece !== 'string' && !piece.reference ? piece.parts : undefined;
    for (const part of inner ?? [piece]) {
      const last = parts.at(-1);
      if (typeof part !== 'string') parts.push(part);
      else if (typeof last === 'string') parts[parts.length - 1] = last + part;
      else if (part !== '') parts.push(part);
      length += typeof part === 'string' ? part.length : 0;
      if (length > MAX_TEXT || parts.length > MAX_PARTS)
        return unknownAt(at, 'the text is too long', { shape: 'string' });
    }
  }
  const cause = parts.find((part) => typeof part !== 'string');
  if (!cause) return stringAt(at, parts.filter((part) => typeof part === 'string').join(''));
  const { reason, failure } = cause;
  const made = unknownAt(at, reason, { shape: 'string', parts, ...(failure && { failure }) });
  return computed(made, [cause]);
}

/** The value, having passed more places on its way to the user. */
export function passed<V extends Value>(value: V, hops: readonly RelatedLocation[]): V {
  if (hops.length === 0 || value.chain.length >= MAX_CHAIN) return value;
  return { ...value, chain: value.chain.length === 0 ? hops : hops.concat(value.chain) };
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
