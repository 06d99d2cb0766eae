import { keyText, kindOf, nextOf, NodeKind, targetOf } from './tape.ts';
import type { Tape } from './tape.ts';

/** The children of containers that were asked for: a mapping's key nodes by key, a sequence's items. */
export interface ChildIndex {
  readonly mappings: Map<number, Map<string, number>>;
  readonly sequences: Map<number, Int32Array>;
}

/** Below this, walking over the children costs less than an index of them. */
const SMALL = 8;

export const createChildIndex = (): ChildIndex => ({ mappings: new Map(), sequences: new Map() });

/** The key node of an entry, or -1. Its value is the node after it. Of duplicate keys the last counts. */
export function findKey(tape: Tape, index: ChildIndex, mapping: number, key: string): number {
  const known = index.mappings.get(mapping);
  if (known !== undefined) return known.get(key) ?? -1;
  let found = -1;
  let node = mapping + 1;
  const end = nextOf(tape, mapping);
  for (let i = 0; node < end; i++) {
    if (i === SMALL || kindOf(tape, node) === NodeKind.merge)
      return entriesOf(tape, index, mapping).get(key) ?? -1;
    if (keyText(tape, node) === key) found = node;
    node = nextOf(tape, node + 1);
  }
  return found;
}

/** The node of an item, or -1. */
export function findItem(tape: Tape, index: ChildIndex, sequence: number, position: number): number {
  let items = index.sequences.get(sequence);
  if (items === undefined && position >= SMALL) {
    items = itemsOf(tape, sequence);
    index.sequences.set(sequence, items);
  }
  if (items !== undefined) return items[position] ?? -1;
  let node = sequence + 1;
  const end = nextOf(tape, sequence);
  for (let i = 0; i < position && node < end; i++) node = nextOf(tape, node);
  return node < end ? node : -1;
}

function itemsOf(tape: Tape, sequence: number): Int32Array {
  const end = nextOf(tape, sequence);
  let count = 0;
  for (let node = sequence + 1; node < end; node = nextOf(tape, node)) count++;
  const items = new Int32Array(count);
  let node = sequence + 1;
  for (let i = 0; i < count; i++, node = nextOf(tape, node)) items[i] = node;
  return items;
}

/** Recursion follows merge keys, whose chains are as deep as the nesting cap at most. */
function entriesOf(tape: Tape, index: ChildIndex, mapping: number): Map<string, number> {
  const known = index.mappings.get(mapping);
  if (known !== undefined) return known;
  const entries = new Map<string, number>();
  const merged: number[] = [];
  const end = nextOf(tape, mapping);
  for (let node = mapping + 1; node < end; node = nextOf(tape, node + 1)) {
    if (kindOf(tape, node) === NodeKind.merge) merged.push(node + 1);
    else entries.set(keyText(tape, node), node);
  }
  for (const value of merged) {
    for (const source of sourcesOf(tape, targetOf(tape, value))) {
      for (const [key, node] of entriesOf(tape, index, source)) {
        if (!entries.has(key)) entries.set(key, node);
      }
    }
  }
  index.mappings.set(mapping, entries);
  return entries;
}

/** The mappings that a merge key's value names: itself, or the items of a list. */
function sourcesOf(tape: Tape, node: number): number[] {
  if (kindOf(tape, node) === NodeKind.mapping) return [node];
  if (kindOf(tape, node) !== NodeKind.sequence) return [];
  const sources: number[] = [];
  for (const item of itemsOf(tape, node)) {
    const target = targetOf(tape, item);
    if (kindOf(tape, target) === NodeKind.mapping) sources.push(target);
  }
  return sources;
}
