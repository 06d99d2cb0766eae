import type { Location, RelatedLocation } from '../source/index.ts';

/** Something the files do not tell: why, in words that finish the sentence "unknown because …". */
export interface Unknown {
  readonly unknown: string;
}

/**
 * One thing that is known, or not known, about a subject, with the place that decides it.
 * Policies see `value` only; a finding about the fact points at `at`.
 */
export interface Fact<T> {
  readonly value: T | Unknown;
  /**
   * The narrowest place that decides the value: the attribute's value; for a default the block's header;
   * for a module's input the caller's argument. Absent: the subject's own location.
   */
  readonly at?: Location;
  readonly related?: readonly RelatedLocation[];
}

/** Plain data as it is written and evaluated, whose places are found when someone asks for them. */
export interface Native {
  /** With `{"unknown": reason}` for what the files do not tell. */
  readonly plain: unknown;
  /** The narrowest place on a path into it; undefined where that is the subject's own. */
  locate(path: readonly (string | number)[]): Pick<Fact<unknown>, 'at' | 'related'> | undefined;
}

export function isNative(node: unknown): node is Native {
  return typeof node === 'object' && node !== null && typeof (node as Native).locate === 'function';
}

export function known<T>(value: T, at?: Location, related?: readonly RelatedLocation[]): Fact<T> {
  return { value, ...(at && { at }), ...(related?.length && { related }) };
}

/** A fact that the files do not tell; `reason` finishes "unknown because …" and names the thing it lacks. */
export function unknown(reason: string, at?: Location, related?: readonly RelatedLocation[]): Fact<never> {
  return { value: { unknown: reason }, ...(at && { at }), ...(related?.length && { related }) };
}

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && typeof (value as Unknown).unknown === 'string';
}

/** The value of a fact, or `undefined` when it is unknown. */
export function valueOf<T>(fact: Fact<T>): T | undefined {
  return isUnknown(fact.value) ? undefined : fact.value;
}
