import type { SourceFile, Span } from '../../source/index.ts';
import {
  addBuilt,
  builtList,
  builtMap,
  builtScalar,
  MAX_DEPTH,
  type BuiltNode,
  type Comment,
} from '../data/index.ts';
import { bareKeyAt, plainAt, plainValue, quotedAt, TomlProblem } from './scanner.ts';

interface Key {
  readonly name: string;
  readonly span: Span;
}

/** One pass over the text. Throws at the first mistake. https://toml.io/en/v1.0.0 */
export class TomlParser {
  readonly comments: Comment[] = [];
  readonly #file: SourceFile;
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#text = file.text;
  }

  parse(): BuiltNode {
    const root = builtMap({ start: 0, end: this.#text.length });
    let table = root;
    if (this.#text.startsWith('\ufeff')) this.#at = 1;
    this.#skip(true);
    while (this.#at < this.#text.length) {
      if (this.#text[this.#at] === '[') table = this.#table(root);
      else this.#entry(table);
      this.#skip(false);
      if (this.#at < this.#text.length && this.#text[this.#at] !== '\n')
        throw new TomlProblem('The line should end here.', this.#at);
      this.#skip(true);
    }
    return root;
  }

  /** `[a.b]`, `[[a.b]]`. */
  #table(root: BuiltNode): BuiltNode {
    const start = this.#at;
    const many = this.#text[start + 1] === '[';
    this.#at += many ? 2 : 1;
    const keys = this.#keys();
    const close = many ? ']]' : ']';
    if (!this.#text.startsWith(close, this.#at)) throw new TomlProblem(`Expected "${close}".`, this.#at);
    this.#at += close.length;
    const span = { start, end: this.#at };
    const last = keys.pop();
    if (!last) throw new TomlProblem('A table needs a name.', start);
    const parent = this.#walk(root, keys, span);
    const before = parent.children.get(last.name);
    if (many) {
      if (before && !Array.isArray(before.value)) throw twice(last);
      const list = before ?? builtList(span, last.span);
      if (!before) addBuilt(parent, last.name, list);
      const item = builtMap(span, last.span);
      addBuilt(list, undefined, item);
      return item;
    }
    if (before) {
      if (!isMap(before)) throw twice(last);
      return before;
    }
    const table = builtMap(span, last.span);
    addBuilt(parent, last.name, table);
    return table;
  }

  #entry(table: BuiltNode): void {
    const keys = this.#keys();
    this.#blanks();
    if (this.#text[this.#at] !== '=') throw new TomlProblem('Expected "=".', this.#at);
    this.#at++;
    this.#blanks();
    const last = keys.pop();
    if (!last) throw new TomlProblem('Expected a key.', this.#at);
    const parent = this.#walk(table, keys, last.span);
    if (parent.children.has(last.name)) throw twice(last);
    const value = this.#value();
    value.key = last.span;
    addBuilt(parent, last.name, value);
  }

  /** The table that dotted keys lead to; of an array of tables the last one. */
  #walk(from: BuiltNode, keys: readonly Key[], span: Span): BuiltNode {
    let node = from;
    if (keys.length > MAX_DEPTH)
      throw new TomlProblem(`The nesting is deeper than ${MAX_DEPTH} levels.`, span.start);
    for (const key of keys) {
      let next = node.children.get(key.name);
      if (next && Array.isArray(next.value)) next = next.children.get(next.value.length - 1);
      if (!next) {
        next = builtMap(span, key.span);
        addBuilt(node, key.name, next);
      }
      if (!isMap(next)) throw twice(key);
      node = next;
    }
    return node;
  }

  #keys(): Key[] {
    const keys: Key[] = [];
    for (;;) {
      this.#blanks();
      const start = this.#at;
      const sign = this.#text[start];
      let name: string;
      if (sign === '"' || sign === "'") {
        const quoted = quotedAt(this.#text, start, false);
        name = quoted.value;
        this.#at = quoted.end;
      } else {
        name = bareKeyAt(this.#text, start);
        if (name === '') throw new TomlProblem('Expected a key.', start);
        this.#at += name.length;
      }
      keys.push({ name, span: { start, end: this.#at } });
      this.#blanks();
      if (this.#text[this.#at] !== '.') return keys;
      this.#at++;
    }
  }

  #value(): BuiltNode {
    const start = this.#at;
    const sign = this.#text[start];
    if (sign === '[' || sign === '{') {
      if (++this.#depth > MAX_DEPTH)
        throw new TomlProblem(`The nesting is deeper than ${MAX_DEPTH} levels.`, start);
      const node = sign === '[' ? this.#list() : this.#inline();
      this.#depth--;
      return node;
    }
    if (sign === '"' || sign === "'") {
      const { value, end } = quotedAt(this.#text, start);
      this.#at = end;
      return builtScalar(value, { start, end });
    }
    const written = plainAt(this.#text, start);
    const value = plainValue(written);
    if (value === undefined) throw new TomlProblem('Expected a value.', start);
    this.#at += written.length;
    return builtScalar(value, { start, end: this.#at });
  }

  #list(): BuiltNode {
    const list = builtList({ start: this.#at, end: this.#at });
    this.#at++;
    for (;;) {
      this.#skip(true);
      if (this.#text[this.#at] === ']') break;
      addBuilt(list, undefined, this.#value());
      this.#skip(true);
      if (this.#text[this.#at] === ',') this.#at++;
      else if (this.#text[this.#at] !== ']') throw new TomlProblem('Expected "," or "]".', this.#at);
    }
    this.#at++;
    list.span = { start: list.span.start, end: this.#at };
    return list;
  }

  #inline(): BuiltNode {
    const map = builtMap({ start: this.#at, end: this.#at });
    this.#at++;
    for (;;) {
      this.#skip(true);
      if (this.#text[this.#at] === '}') break;
      this.#entry(map);
      this.#skip(true);
      if (this.#text[this.#at] === ',') this.#at++;
      else if (this.#text[this.#at] !== '}') throw new TomlProblem('Expected "," or "}".', this.#at);
    }
    this.#at++;
    map.span = { start: map.span.start, end: this.#at };
    return map;
  }

  #blanks(): void {
    while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at++;
  }

  /** Blanks and comments, and with `lines` the ends of lines. */
  #skip(lines: boolean): void {
    for (;;) {
      const sign = this.#text[this.#at];
      if (sign === ' ' || sign === '\t' || sign === '\r' || (lines && sign === '\n')) this.#at++;
      else if (sign === '#') {
        const next = this.#text.indexOf('\n', this.#at);
        const end = next < 0 ? this.#text.length : next;
        const text = this.#text.slice(this.#at + 1, end).trim();
        this.comments.push({ text, location: { file: this.#file, span: { start: this.#at, end } } });
        this.#at = end;
      } else return;
    }
  }
}

function isMap({ value }: BuiltNode): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function twice({ name, span }: Key): TomlProblem {
  return new TomlProblem(`"${name}" is defined twice.`, span.start);
}
