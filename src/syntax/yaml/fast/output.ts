import { addLeaf, closeNode, createTape, NodeKind, openNode, setProperty } from '../../data/index.ts';
import type { Duplicate, Tape } from '../../data/index.ts';
import { unsure } from './units.ts';

/** Deeper nesting is left to the composer, which needs no stack for it. */
const DEPTH = 60;

/** Room for the nodes of one document after the other. */
let shared: Int32Array = createTape(1 << 12).cells;
const LARGEST_SHARED = 1 << 20;

/** What is made of a document: its tape, and what belongs beside it. There may be only one at a time. */
export class Output {
  #tape: Tape = { cells: shared, count: 0, keys: [] };
  duplicates: Duplicate[] = [];
  /** The end of what was read last. */
  last = 0;
  #depth = 0;

  begin(): void {
    this.#tape = { cells: shared, count: 0, keys: [] };
    this.duplicates = [];
    this.last = 0;
    this.#depth = 0;
  }

  /** Hands out the tape of the document, without the room that it did not need; that is kept for the next one. */
  takeTape(): Tape {
    const { cells, count, keys } = this.#tape;
    if (cells.length <= LARGEST_SHARED) shared = cells;
    return { cells: cells.slice(0, count * 4), count, keys };
  }

  open(kind: NodeKind, start: number): number {
    if (++this.#depth > DEPTH) unsure();
    return openNode(this.#tape, kind, start);
  }

  close(node: number): void {
    this.#depth--;
    closeNode(this.#tape, node, this.last);
  }

  leaf(kind: NodeKind, start: number, end: number): void {
    addLeaf(this.#tape, kind, start, end);
    this.last = end;
  }

  key(text: string, start: number, end: number): number {
    return addLeaf(this.#tape, NodeKind.key, start, end, this.#tape.keys.push(text) - 1);
  }

  /** Sets an entry of a mapping, and notes when its key was there before. */
  entry(map: Record<string, unknown>, mapping: number, key: string, keyNode: number, value: unknown): void {
    // The first test is the cheap one; it lets through what objects inherit, such as `constructor`.
    if (map[key] !== undefined && Object.hasOwn(map, key)) this.duplicates.push({ mapping, key: keyNode });
    setProperty(map, key, value);
  }
}
