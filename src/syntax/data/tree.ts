import type { SourceFile, Span } from '../../source/index.ts';
import { createChildIndex, findItem, findKey } from './children.ts';
import type { ChildIndex } from './children.ts';
import type { Comment, DataDocument, Path } from './document.ts';
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
interface Found {
  readonly node: number;
  readonly key: number;
  readonly exact: boolean;
}

/** A document over a tape whose first node is the root. `comments` is asked once, when somebody wants them. */
export function dataDocument(parts: Omit<Tree, 'index'>, value: unknown): DataDocument {
  return view({ ...parts, index: createChildIndex() }, { node: 0, key: -1, exact: true }, value);
}

function view(tree: Tree, root: Found, value: unknown): DataDocument {
  let comments: readonly Comment[] | undefined;
  return {
    syntax: tree.syntax,
    file: tree.file,
    value,
    locate: (path, part = 'value') => ({ file: tree.file, span: place(tree, find(tree, root, path), part) }),
    has: (path) => find(tree, root, path).exact,
    rawText: (path) => rawText(tree, find(tree, root, path), valueAt(value, path)),
    at: (path) => view(tree, find(tree, root, path), valueAt(value, path)),
    get comments() {
      return (comments ??= tree.comments());
    },
  };
}

function find(tree: Tree, root: Found, path: Path): Found {
  let { node, key } = root;
  if (!root.exact) return root;
  for (const step of path) {
    const container = targetOf(tree.tape, node);
    const kind = kindOf(tree.tape, container);
    if (kind === NodeKind.mapping) {
      const entry = findKey(tree.tape, tree.index, container, String(step));
      if (entry < 0) return { node, key, exact: false };
      [key, node] = [entry, entry + 1];
    } else {
      const item =
        kind === NodeKind.sequence ? findItem(tree.tape, tree.index, container, itemNumber(step)) : -1;
      if (item < 0) return { node, key, exact: false };
      [key, node] = [-1, item];
    }
  }
  return { node, key, exact: true };
}

/** JSON pointers name items by text; anything that is no item number is past every end. */
function itemNumber(step: string | number): number {
  const position = typeof step === 'number' ? step : /^\d+$/.test(step) ? Number(step) : Infinity;
  return Number.isInteger(position) && position >= 0 ? position : Infinity;
}

function place(tree: Tree, found: Found, part: 'value' | 'key' | 'entry'): Span {
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
