import { setProperty } from '../../data/index.ts';
import type { Anchor } from './anchors.ts';

/** A container that is being read; the document itself is a list with one item. */
export interface Frame {
  readonly kind: 'mapping' | 'sequence';
  readonly node: number;
  /** The mapping that a local tag makes around the container. */
  readonly wrapper: Wrapper | undefined;
  readonly list: unknown[];
  readonly map: Record<string, unknown>;
  readonly bracketed: boolean;
  /** It stands where a key is expected. */
  readonly isKey: boolean;
  readonly anchor: Anchor | undefined;
  /** How many anchors there were before it. */
  readonly anchorsBefore: number;
  /** The key that waits for its value. */
  key: string | undefined;
  keyNode: number;
  keyIsMerge: boolean;
  merged: unknown[] | undefined;
  /** Where the last merge key stands. */
  mergedAt: number;
  /** Nodes below it, with what aliases repeat, and levels below it. */
  size: number;
  height: number;
}

export interface Wrapper {
  readonly node: number;
  readonly tag: string;
}

export function createFrame(
  kind: 'mapping' | 'sequence',
  node: number,
  rest: Pick<Frame, 'wrapper' | 'bracketed' | 'isKey' | 'anchor' | 'anchorsBefore'>,
): Frame {
  return {
    kind,
    node,
    wrapper: rest.wrapper,
    list: [],
    map: {},
    bracketed: rest.bracketed,
    isKey: rest.isKey,
    anchor: rest.anchor,
    anchorsBefore: rest.anchorsBefore,
    key: undefined,
    keyNode: -1,
    keyIsMerge: false,
    merged: undefined,
    mergedAt: 0,
    size: 0,
    height: 0,
  };
}

/** What is a value with a local tag: `{ "!Ref": value }`. */
export function wrapped(tag: string, value: unknown): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  setProperty(object, tag, value);
  return object;
}
