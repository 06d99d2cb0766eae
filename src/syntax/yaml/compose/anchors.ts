import { closest } from '../../../errors/index.ts';
import { MAX_DEPTH } from '../../data/index.ts';
import type { Explanation } from '../problems.ts';

/** What an anchor names; `open` as long as the node is being read, in which time an alias to it is a cycle. */
export interface Anchor {
  node: number;
  value: unknown;
  /** Nodes it has with everything that its aliases repeat, and levels of nesting. */
  size: number;
  height: number;
  open: boolean;
}

/**
 * How many nodes the aliases of a document may repeat in all. Real files stay below some ten thousand; what an alias
 * bomb names would explode only later, when the value is serialized for the policies.
 */
const ALIAS_BUDGET = 200_000;

/** With more anchors than these, looking for the one that was meant would cost too much. */
const COMPARED = 100;

/** The anchors of a document, and what following them has cost. */
export class Anchors {
  readonly #byName = new Map<string, Anchor>();
  readonly #inOrder: Anchor[] = [];
  #repeated = 0;
  #exhausted = false;

  set(name: string, anchor: Anchor): void {
    this.#byName.set(name, anchor);
    this.#inOrder.push(anchor);
  }

  get count(): number {
    return this.#inOrder.length;
  }

  /** Lets the anchors from the given one on stand at a node, since their own were dropped. */
  moveFrom(first: number, node: number): void {
    for (const anchor of this.#inOrder.slice(first)) anchor.node = node;
  }

  /** The anchor that an alias at this depth may repeat, or why it must not; `undefined`: said before. */
  follow(name: string, depth: number): Anchor | Explanation | undefined {
    const anchor = this.#byName.get(name);
    if (anchor === undefined) return this.#unknown(name);
    if (anchor.open)
      return {
        code: 'yaml/cyclic-alias',
        message: `The alias "*${name}" stands inside what it repeats; it was read as null.`,
        help: 'Write out what is meant, or move the anchor.',
      };
    if (depth + anchor.height > MAX_DEPTH)
      return {
        code: 'yaml/too-deep',
        message: `With what "*${name}" repeats, the nesting is deeper than ${MAX_DEPTH} levels; it was read as null.`,
      };
    this.#repeated += anchor.size;
    if (this.#repeated <= ALIAS_BUDGET) return anchor;
    if (this.#exhausted) return undefined;
    this.#exhausted = true;
    return {
      code: 'yaml/alias-budget',
      message: `The aliases of this document repeat more than ${ALIAS_BUDGET} values; from here on they were read as null.`,
      help: 'Repeat less; a file like this is usually an attack on its readers.',
    };
  }

  #unknown(name: string): Explanation {
    const meant = this.#byName.size <= COMPARED ? closest(name, this.#byName.keys()) : undefined;
    return {
      code: 'yaml/unknown-alias',
      message: `There is no anchor "&${name}" before this alias; it was read as null.`,
      help:
        meant === undefined
          ? 'Define the anchor first; quote a text that starts with "*".'
          : `Did you mean "*${meant}"?`,
    };
  }
}

/** The key that an alias stands for: the scalar's text, or the alias itself when it repeats more than that. */
export function keyOf(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || value === null
    ? String(value)
    : `*${name}`;
}
