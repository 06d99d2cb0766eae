import type { LabelSet } from '../promql/labels.ts';

/** What a part of a pipeline gives. */
export type Value =
  | { readonly kind: 'alert' | 'labels' | 'value' | 'unknown' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'samples' | 'sample'; readonly sets: readonly LabelSet[] | undefined };

export const UNKNOWN: Value = { kind: 'unknown' };
export const ALERT: Value = { kind: 'alert' };

/** Functions whose result does not show what they were given. */
const QUIET: ReadonlySet<string> = new Set([
  'len',
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'not',
  'value',
  'strvalue',
]);

/** What `range` goes through one by one. */
export function elementOf(value: Value): Value {
  return value.kind === 'samples' ? { kind: 'sample', sets: value.sets } : UNKNOWN;
}

/** What a function gives that was given the alert's value among others. */
export function carried(name: string, values: readonly Value[]): Value {
  return !QUIET.has(name) && values.some(({ kind }) => kind === 'value') ? { kind: 'value' } : UNKNOWN;
}
