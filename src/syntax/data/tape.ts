import type { Span } from '../../source/index.ts';

/**
 * Where the nodes of a document stand: four integers a node (start, end, index after its subtree, kind with a
 * payload), in the order of the text. The children of a mapping alternate between key and value; a key is always
 * one node, so that its value is the next.
 */
export interface Tape {
  cells: Int32Array;
  count: number;
  /** The decoded keys; a key node's payload is an index into them. */
  readonly keys: string[];
}

export const NodeKind = {
  plain: 0,
  quoted: 1,
  block: 2,
  mapping: 3,
  sequence: 4,
  /** Payload: the node it repeats. */
  alias: 5,
  key: 6,
  /** The key `<<`, whose value's entries belong to the mapping itself. */
  merge: 7,
} as const;

export type NodeKind = (typeof NodeKind)[keyof typeof NodeKind];

export function createTape(nodes: number): Tape {
  return { cells: new Int32Array(Math.max(16, nodes) * 4), count: 0, keys: [] };
}

/** Adds a node whose end is not known yet; gives its index. */
export function openNode(tape: Tape, kind: NodeKind, start: number): number {
  const node = tape.count++;
  const at = node * 4;
  if (at + 4 > tape.cells.length) grow(tape);
  tape.cells[at] = start;
  tape.cells[at + 3] = kind;
  return node;
}

/** Ends a node: all nodes added since are its children. */
export function closeNode(tape: Tape, node: number, end: number): void {
  tape.cells[node * 4 + 1] = end;
  tape.cells[node * 4 + 2] = tape.count;
}

export function addLeaf(tape: Tape, kind: NodeKind, start: number, end: number, payload = 0): number {
  const node = openNode(tape, kind, start);
  tape.cells[node * 4 + 1] = end;
  tape.cells[node * 4 + 2] = node + 1;
  tape.cells[node * 4 + 3] = kind | (payload << 3);
  return node;
}

function grow(tape: Tape): void {
  const larger = new Int32Array(tape.cells.length * 2);
  larger.set(tape.cells);
  tape.cells = larger;
}

export const startOf = (tape: Tape, node: number): number => tape.cells[node * 4] ?? 0;
export const endOf = (tape: Tape, node: number): number => tape.cells[node * 4 + 1] ?? 0;
/** The index after the node and all below it: its next sibling, if it has one. */
export const nextOf = (tape: Tape, node: number): number => tape.cells[node * 4 + 2] ?? 0;
/** The kind as it was added. */
export const kindOf = (tape: Tape, node: number): NodeKind =>
  ((tape.cells[node * 4 + 3] ?? 0) & 7) as NodeKind;
const payloadOf = (tape: Tape, node: number): number => (tape.cells[node * 4 + 3] ?? 0) >>> 3;

export const spanOf = (tape: Tape, node: number): Span => ({
  start: startOf(tape, node),
  end: endOf(tape, node),
});

/** The decoded text of a key node. */
export const keyText = (tape: Tape, node: number): string => tape.keys[payloadOf(tape, node)] ?? '';

/** The node itself, or what it repeats when it is an alias. */
export function targetOf(tape: Tape, node: number): number {
  return kindOf(tape, node) === NodeKind.alias ? payloadOf(tape, node) : node;
}
