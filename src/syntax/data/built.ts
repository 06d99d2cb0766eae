import type { SourceFile, Span } from '../../source/index.ts';
import type { Comment, DataDocument, Part, Path, Place } from './document.ts';
import { setProperty } from './shared.ts';

/** A value of a tree that is built in any order, for grammars whose parts stand apart in the text. */
export interface BuiltNode {
  readonly value: unknown;
  span: Span;
  key: Span | undefined;
  readonly children: Map<string | number, BuiltNode>;
}

export function builtScalar(value: unknown, span: Span, key?: Span): BuiltNode {
  return { value, span, key, children: new Map() };
}

export function builtMap(span: Span, key?: Span): BuiltNode {
  return { value: {}, span, key, children: new Map() };
}

export function builtList(span: Span, key?: Span): BuiltNode {
  return { value: [], span, key, children: new Map() };
}

/** Puts a child under a key of a map, or at the end of a list; of one key the last counts. */
export function addBuilt(parent: BuiltNode, key: string | undefined, child: BuiltNode): void {
  const { value } = parent;
  if (Array.isArray(value)) {
    parent.children.set(value.length, child);
    value.push(child.value);
  } else if (key !== undefined) {
    parent.children.set(key, child);
    setProperty(value as Record<string, unknown>, key, child.value);
  }
}

/** Puts a child under a key; what was there becomes a list with it. */
export function addRepeated(parent: BuiltNode, key: string, child: BuiltNode): void {
  const before = parent.children.get(key);
  if (!before) {
    addBuilt(parent, key, child);
    return;
  }
  if (Array.isArray(before.value)) {
    addBuilt(before, undefined, child);
    return;
  }
  const list = builtList(before.span, before.key);
  addBuilt(list, undefined, before);
  addBuilt(list, undefined, child);
  addBuilt(parent, key, list);
}

class BuiltPlace implements Place {
  readonly #file: SourceFile;
  readonly node: BuiltNode;
  /** The path led here. */
  readonly exact: boolean;

  constructor(file: SourceFile, node: BuiltNode, exact: boolean) {
    this.#file = file;
    this.node = node;
    this.exact = exact;
  }

  below(step: string | number): BuiltPlace {
    const child = this.exact ? this.node.children.get(step) : undefined;
    return new BuiltPlace(this.#file, child ?? this.node, child !== undefined);
  }

  locate(part: Part = 'value'): { readonly file: SourceFile; readonly span: Span } {
    const { node } = this;
    const { key, span } = node;
    if (this.exact && part === 'value') return { file: this.#file, span };
    if (this.exact && part === 'entry' && key)
      return { file: this.#file, span: { start: key.start, end: span.end } };
    const [first] = node.children.values();
    return { file: this.#file, span: key ?? first?.key ?? first?.span ?? span };
  }
}

export function builtDocument(
  file: SourceFile,
  syntax: DataDocument['syntax'],
  root: BuiltNode,
  comments: readonly Comment[],
): DataDocument {
  return view(file, syntax, new BuiltPlace(file, root, true), comments);
}

function view(
  file: SourceFile,
  syntax: DataDocument['syntax'],
  root: BuiltPlace,
  comments: readonly Comment[],
): DataDocument {
  const find = (path: Path): BuiltPlace => {
    let place = root;
    for (const step of path) place = place.below(step);
    return place;
  };
  return {
    syntax,
    file,
    value: root.exact ? root.node.value : undefined,
    locate: (path, part) => find(path).locate(part),
    place: root,
    has: (path) => find(path).exact,
    rawText: (path) => {
      const { exact, node } = find(path);
      if (!exact || typeof node.value === 'object') return undefined;
      return typeof node.value === 'string' ? node.value : file.text.slice(node.span.start, node.span.end);
    },
    at: (path) => view(file, syntax, find(path), comments),
    comments,
  };
}
