import type { Location } from '../../source/index.ts';

/** What a draft is made of: data, each value with what says so, and remarks between them. */
export type Node = Scalar | Sequence | Mapping;

export interface Scalar {
  readonly node: 'scalar';
  readonly value: string | number | boolean;
  /** The places that say so. */
  readonly from: readonly Location[];
  /** How it follows from them, where that is not plain: `the folder's name`. */
  readonly how?: string;
}

export interface Sequence {
  readonly node: 'sequence';
  readonly items: readonly (Node | Remark)[];
}

export interface Mapping {
  readonly node: 'mapping';
  readonly entries: readonly (Pair | Remark)[];
}

/** A mapping that says nothing yet. */
export const EMPTY: Mapping = { node: 'mapping', entries: [] };

export interface Pair {
  readonly key: string;
  readonly value: Node;
}

/** A comment on lines of its own: what is left to do, with an example, or what the files say in two ways. */
export interface Remark {
  readonly remark: 'TODO' | 'NOTE';
  readonly text: string;
  /** Lines of YAML, shown commented out. */
  readonly example?: readonly string[];
}

export function scalar(value: Scalar['value'], from: readonly Location[], how?: string): Scalar {
  return { node: 'scalar', value, from, ...(how !== undefined && { how }) };
}

export function note(text: string): Remark {
  return { remark: 'NOTE', text };
}

/**
 * A list, in which what the same place says for each of several environments stands once. Undefined when there is
 * nothing in it.
 */
export function sequence(items: readonly (Node | Remark | undefined)[]): Sequence | undefined {
  const texts = new Set<string>();
  const kept = items.filter((item) => {
    if (item === undefined) return false;
    const text = textOf(item);
    return !texts.has(text) && texts.add(text);
  }) as readonly (Node | Remark)[];
  return kept.length > 0 ? { node: 'sequence', items: kept } : undefined;
}

/** What a node says, with the places that say so. */
function textOf(item: Node | Remark): string {
  const short = (_: string, value: unknown): unknown =>
    isLocation(value) ? `${value.file.path}:${value.span.start}` : value;
  return JSON.stringify(item, short);
}

function isLocation(value: unknown): value is Location {
  return typeof value === 'object' && value !== null && 'file' in value && 'span' in value;
}

/** A mapping of what there is; a remark under a key stands in the key's place. Undefined when nothing is left. */
export function mapping(
  values: Readonly<Record<string, Node | Remark | readonly Remark[] | undefined>>,
): Mapping | undefined {
  const entries = Object.entries(values).flatMap(([key, value]): readonly (Pair | Remark)[] => {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value as readonly Remark[];
    const one = value as Node | Remark;
    return 'remark' in one ? [one] : [{ key, value: one }];
  });
  return entries.length > 0 ? { node: 'mapping', entries } : undefined;
}

/** Whether it states anything, rather than holding remarks only. */
export function states(node: Node): boolean {
  switch (node.node) {
    case 'scalar':
      return true;
    case 'sequence':
      return node.items.some((item) => 'node' in item && states(item));
    case 'mapping':
      return node.entries.some((entry) => 'key' in entry && states(entry.value));
  }
}

/** How many values it states. */
export function countStatements(node: Node): number {
  switch (node.node) {
    case 'scalar':
      return 1;
    case 'sequence':
      return node.items.reduce((sum, item) => sum + ('node' in item ? countStatements(item) : 0), 0);
    case 'mapping':
      return node.entries.reduce(
        (sum, entry) => sum + ('key' in entry ? countStatements(entry.value) : 0),
        0,
      );
  }
}
