import { addLeaf, closeNode, createTape, NodeKind, openNode, setProperty } from '../../data/index.ts';
import type { Duplicate, Tape } from '../../data/index.ts';
import { unsure } from './units.ts';

/** Deeper nesting is left to the composer, which needs no stack for it. */
const DEPTH = 60;

/** What is made of a document: its tape, and what belongs beside it. Offsets that are given count from its start. */
export class Output {
  readonly tape: Tape;
  readonly duplicates: Duplicate[] = [];
  /** The end of what was read last. */
  last = 0;
  readonly #base: number;
  #depth = 0;

  constructor(length: number, base: number) {
    this.tape = createTape(length >> 4);
    this.#base = base;
  }

  open(kind: NodeKind, start: number): number {
    if (++this.#depth > DEPTH) unsure();
    return openNode(this.tape, kind, this.#base + start);
  }

  close(node: number): void {
    this.#depth--;
    closeNode(this.tape, node, this.#base + this.last);
  }

  leaf(kind: NodeKind, start: number, end: number): void {
    addLeaf(this.tape, kind, this.#base + start, this.#base + end);
    this.last = end;
  }

  key(text: string, start: number, end: number): number {
    const key = this.tape.keys.push(text) - 1;
    return addLeaf(this.tape, NodeKind.key, this.#base + start, this.#base + end, key);
  }

  /** Sets an entry of a mapping, and notes when its key was there before. */
  entry(map: Record<string, unknown>, mapping: number, key: string, keyNode: number, value: unknown): void {
    // The first test is the cheap one; it lets through what objects inherit, such as `constructor`.
    if (map[key] !== undefined && Object.hasOwn(map, key)) this.duplicates.push({ mapping, key: keyNode });
    setProperty(map, key, value);
  }
}
