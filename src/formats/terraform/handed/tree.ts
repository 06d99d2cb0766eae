import { readableText, type Value } from '../../../cloud/index.ts';
import type { Location } from '../../../source/index.ts';
import { setProperty, type DataDocument, type Path, type Place } from '../../../syntax/data/index.ts';

/** A value that is going to be a part of a document, and where it was written. */
export interface Tree {
  readonly value: unknown;
  readonly at: () => Location;
  readonly children: ReadonlyMap<string | number, Tree>;
}

/** Deeper than what people write. */
const MAX_DEPTH = 64;
/** Values share parts, and may unfold to more than memory holds. */
const MAX_VALUES = 100_000;

const NONE: Tree['children'] = new Map();

export function scalarTree(value: string | number | boolean | null, at: Location): Tree {
  return { value, at: () => at, children: NONE };
}

export function listTree(items: readonly Tree[], at: Location): Tree {
  return { value: items.map((item) => item.value), at: () => at, children: new Map(items.entries()) };
}

/** What is undefined is left out. */
export function mapTree(entries: Iterable<readonly [string, Tree | undefined]>, at: Location): Tree {
  const value: Record<string, unknown> = {};
  const children = new Map<string | number, Tree>();
  for (const [key, child] of entries) {
    if (!child) continue;
    setProperty(value, key, child.value);
    children.set(key, child);
  }
  return { value, at: () => at, children };
}

/** A value as a tree. What is not known is the text that people recognize, `${var.team}`; secrets stay out of it. */
export function valueTree(root: Value): Tree {
  let left = MAX_VALUES;
  const open = (value: Value): Tree => scalarTree('${…}', value.at);
  const tree = (value: Value, depth: number): Tree => {
    if (--left < 0 || depth > MAX_DEPTH || value.sensitive) return open(value);
    switch (value.kind) {
      case 'null':
        return scalarTree(null, value.at);
      case 'bool':
      case 'number':
      case 'string':
        return scalarTree(value.value, value.at);
      case 'list':
      case 'set':
      case 'tuple':
        return listTree(
          value.items.map((item) => tree(item, depth + 1)),
          value.at,
        );
      case 'map':
      case 'object':
        return mapTree(
          [...value.entries].map(([key, item]) => [key, tree(item, depth + 1)] as const),
          value.at,
        );
      case 'unknown':
        return scalarTree(readableText(value) ?? '${…}', value.at);
    }
  };
  return tree(root, 0);
}

/** A document that stands in a text, as a part of a greater one. */
export function documentTree(document: DataDocument): Tree {
  let left = MAX_VALUES;
  const tree = (value: unknown, place: Place, depth: number): Tree => {
    const at = (): Location => place.locate();
    const deeper = typeof value === 'object' && value !== null;
    if (!deeper || --left < 0 || depth > MAX_DEPTH)
      return { value: deeper ? null : value, at, children: NONE };
    const keys: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    const children = new Map(
      keys.map((key) => [
        key,
        tree((value as Record<string | number, unknown>)[key], place.below(key), depth + 1),
      ]),
    );
    return { value, at, children };
  };
  return tree(document.value, document.place, 0);
}

/** A document that nobody wrote, made of such values; it stands in the file of its root. */
export function treeDocument(root: Tree): DataDocument {
  const find = (path: Path): Found => path.reduce<Found>((found, step) => below(found, step), { tree: root });
  return {
    syntax: 'json',
    file: root.at().file,
    value: root.value,
    locate: (path) => find(path).tree.at(),
    place: placeOf({ tree: root }),
    has: (path) => find(path).missing !== true,
    rawText: (path) => {
      const { tree, missing } = find(path);
      const { value } = tree;
      const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      return missing !== true && scalar ? String(value) : undefined;
    },
    at: (path) => treeDocument(find(path).tree),
    comments: [],
  };
}

interface Found {
  readonly tree: Tree;
  /** The path leads to something below it that is not there. */
  readonly missing?: true;
}

function below({ tree, missing }: Found, step: string | number): Found {
  const child = missing ? undefined : tree.children.get(step);
  return child ? { tree: child } : { tree, missing: true };
}

function placeOf(found: Found): Place {
  return { below: (step) => placeOf(below(found, step)), locate: () => found.tree.at() };
}
