import type { Value, ValueShape } from '../../../../cloud/index.ts';

/** A variable's type constraint. */
export type TfType =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: TfType }
  | { readonly kind: 'tuple'; readonly elements: readonly TfType[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, TfAttributeType> };

export interface TfAttributeType {
  readonly type: TfType;
  readonly optional: boolean;
  /** What `optional(type, default)` gives where the attribute is missing or null. */
  readonly fallback: Value | undefined;
}

export const ANY: TfType = { kind: 'any' };
export const STRING: TfType = { kind: 'string' };
export const NUMBER: TfType = { kind: 'number' };
export const BOOL: TfType = { kind: 'bool' };

export function shapeOf(type: TfType): ValueShape | undefined {
  return type.kind === 'any' ? undefined : type.kind;
}

/** `list(string)`, as people write it. */
export function typeName(type: TfType): string {
  if ('element' in type) return `${type.kind}(${typeName(type.element)})`;
  return type.kind;
}
