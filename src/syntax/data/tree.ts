import type { Location, SourceFile, Span } from '../../source/index.ts';
import { createChildIndex, findItem, findKey } from './children.ts';
import type { ChildIndex } from './children.ts';
import type { Comment, DataDocument, Part, Path, Place } from './document.ts';
import { endOf, keyText, kindOf, nextOf, NodeKind, spanOf, startOf, targetOf } from './tape.ts';
import type { Tape } from './tape.ts';

interface Tree {
  readonly syntax: 'yaml' | 'json';
  readonly file: SourceFile;
  readonly tape: Tape;
  readonly comments: () => readonly Comment[];
  readonly index: ChildIndex;
}

/** A value node and the key node before it (-1 in a list or at the root). `exact`: the path led there. */
class Found implements Place {
  readonly node: number;
  readonly key: number;
  readonly exact: boolean;
  readonly #tree: Tree;

  constructor(tree: Tree, node: number, key: number, exact: boolean) {
    this.#tree = tree;
    this.node = node;
    this.key = key;
    this.exact = exact;
  }

  below(step: string | number): Found {
    if (!this.exact) return this;
    const { tape, index } = this.#tree;
    const container = targetOf(tape, this.node);
    const kind = kindOf(tape, container);
    if (kind === NodeKind.mapping) {
      const entry = findKey(tape, index, container, String(step));
      return entry < 0 ? this.#inexact() : new Found(this.#tree, entry + 1, entry, true);
    }
    const item = kind === NodeKind.sequence ? findItem(tape, index, container, itemNumber(step)) : -1;
    return item < 0 ? this.#inexact() : new Found(this.#tree, item, -1, true);
  }

  locate(part: Part = 'value'): Location {
    return { file: this.#tree.file, span: place(this.#tree, this, part) };
  }

  #inexact(): Found {
    return new Found(this.#tree, this.node, this.key, false);
  }
}

/** A document over a tape whose first node is the root. `comments` is asked once, when somebody wants them. */
export function dataDocument(parts: Omit<Tree, 'index'>, value: unknown): DataDocument {
  const tree = { ...parts, index: createChildIndex() };
  return view(tree, new Found(tree, 0, -1, true), value);
}

function view(tree: Tree, root: Found, value: unknown): DataDocument {
  let comments: readonly Comment[] | undefined;
  return {
    syntax: tree.syntax,
    file: tree.file,
    value,
    locate: (path, part) => find(root, path).locate(part),
    place: root,
    has: (path) => find(root, path).exact,
    rawText: (path) => rawText(tree, find(root, path), valueAt(value, path)),
    at: (path) => view(tree, find(root, path), valueAt(value, path)),
    get comments() {
      return (comments ??= tree.comments());
    },
  };
}

function find(root: Found, path: Path): Found {
  let found = root;
  for (const step of path) found = found.below(step);
  return found;
}

/** JSON pointers name items by text; anything that is no item number is past every end. */
function itemNumber(step: string | number): number {
  const position = typeof step === 'number' ? step : /^\d+$/.test(step) ? Number(step) : Infinity;
  return Number.isInteger(position) && position >= 0 ? position : Infinity;
}

function place(tree: Tree, found: Found, part: Part): Span {
  const { node, key, exact } = found;
  if (!exact || part === 'key') return key >= 0 ? spanOf(tree.tape, key) : header(tree, node);
  if (part === 'entry' && key >= 0) return { start: startOf(tree.tape, key), end: endOf(tree.tape, node) };
  return spanOf(tree.tape, node);
}

/** What stands for a value without a key: a bracket, the first entry of a block, a scalar itself. */
function header(tree: Tree, first: number): Span {
  const { tape, file } = tree;
  let node = first;
  for (;;) {
    const kind = kindOf(tape, node);
    const start = startOf(tape, node);
    const mark = file.text[start];
    if ((kind === NodeKind.mapping && mark === '{') || (kind === NodeKind.sequence && mark === '['))
      return { start, end: start + 1 };
    const child = node + 1;
    if (child >= nextOf(tape, node)) return spanOf(tape, node);
    if (kind === NodeKind.mapping) {
      const oneLine =
        kindOf(tape, child + 1) === NodeKind.plain || kindOf(tape, child + 1) === NodeKind.quoted;
      return { start: startOf(tape, child), end: endOf(tape, oneLine ? child + 1 : child) };
    }
    node = child;
  }
}

function rawText(tree: Tree, found: Found, value: unknown): string | undefined {
  if (!found.exact) return undefined;
  const node = targetOf(tree.tape, found.node);
  const kind = kindOf(tree.tape, node);
  if (kind === NodeKind.plain) return tree.file.text.slice(startOf(tree.tape, node), endOf(tree.tape, node));
  if (kind === NodeKind.quoted || kind === NodeKind.block) return String(value);
  return kind === NodeKind.key ? keyText(tree.tape, node) : undefined;
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (Array.isArray(value)) value = value[itemNumber(step)];
    else if (typeof value === 'object' && value !== null && Object.hasOwn(value, step))
      value = (value as Record<string | number, unknown>)[step];
    else return undefined;
  }
  return value;
}
