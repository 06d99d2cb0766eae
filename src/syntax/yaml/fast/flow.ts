import { NodeKind } from '../../data/index.ts';
import { resolvePlain } from '../compose/scalars.ts';
import type { Output } from './output.ts';
import type { Scanner } from './scanner.ts';
import { readTag } from './tag.ts';
import {
  APOSTROPHE,
  BANG,
  COLON,
  COMMA,
  DASH,
  HASH,
  isInner,
  LEFT_BRACE,
  LEFT_BRACKET,
  LF,
  LONGEST_KEY,
  QUOTE,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SPACE,
  startsPlain,
  TAB,
  unsure,
} from './units.ts';

/** Reads what stands in brackets and braces. */
export class FlowReader {
  readonly #scanner: Scanner;
  readonly #output: Output;
  readonly #booleans: '1.1' | '1.2';

  constructor(scanner: Scanner, output: Output, booleans: '1.1' | '1.2') {
    this.#scanner = scanner;
    this.#output = output;
    this.#booleans = booleans;
  }

  /** The collection whose bracket stands at `from`; what holds it is indented by `indent`. */
  collection(from: number, indent: number): unknown {
    return this.#unit(from) === LEFT_BRACE ? this.#mapping(from, indent) : this.#sequence(from, indent);
  }

  #sequence(from: number, indent: number): unknown[] {
    const output = this.#output;
    const node = output.open(NodeKind.sequence, from);
    const list: unknown[] = [];
    for (let at = this.#gap(from + 1, indent); !this.#closes(at, RIGHT_BRACKET);) {
      list.push(this.#value(at, indent));
      at = this.#separator(RIGHT_BRACKET, indent);
    }
    output.close(node);
    return list;
  }

  #mapping(from: number, indent: number): Record<string, unknown> {
    const output = this.#output;
    const node = output.open(NodeKind.mapping, from);
    const map: Record<string, unknown> = {};
    for (let at = this.#gap(from + 1, indent); !this.#closes(at, RIGHT_BRACE);) {
      const [key, colon] = this.#key(at);
      const keyNode = output.key(key, at, this.#scanner.end);
      output.entry(map, node, key, keyNode, this.#value(this.#gap(colon + 1, indent), indent));
      at = this.#separator(RIGHT_BRACE, indent);
    }
    output.close(node);
    return map;
  }

  #closes(at: number, bracket: number): boolean {
    if (this.#unit(at) !== bracket) return false;
    this.#output.last = at + 1;
    return true;
  }

  /** Goes on after a value, over its comma. */
  #separator(close: number, indent: number): number {
    const at = this.#gap(this.#output.last, indent);
    if (this.#unit(at) === COMMA) return this.#gap(at + 1, indent);
    return this.#unit(at) === close ? at : unsure();
  }

  /** A key, and where its colon stands. */
  #key(from: number): [key: string, colon: number] {
    const scanner = this.#scanner;
    let key = scanner.quoted(from);
    const colon = key === undefined ? this.#plain(from) : scanner.end;
    const after = this.#unit(colon + 1);
    // After a quoted key the value may follow at once, as in JSON.
    if (this.#unit(colon) !== COLON || (key === undefined && after !== SPACE)) unsure();
    key ??= scanner.text.slice(from, scanner.end);
    if (key === '<<' || key.length > LONGEST_KEY) unsure();
    return [key, colon];
  }

  #value(from: number, indent: number): unknown {
    const scanner = this.#scanner;
    const unit = this.#unit(from);
    if (unit === LEFT_BRACKET || unit === LEFT_BRACE) return this.collection(from, indent);
    if (unit === BANG)
      return readTag(scanner, this.#output, from, (end) => {
        const next = this.#unit(end) === SPACE ? this.#gap(end, indent) : unsure();
        return this.#unit(next) === BANG ? unsure() : this.#value(next, indent);
      });
    if (unit === QUOTE || unit === APOSTROPHE) {
      const text = scanner.quoted(from);
      this.#output.leaf(NodeKind.quoted, from, scanner.end);
      return this.#unit(scanner.end) === COLON ? unsure() : text;
    }
    if (this.#unit(this.#plain(from)) === COLON) unsure();
    this.#output.leaf(NodeKind.plain, from, scanner.end);
    return resolvePlain(scanner.text.slice(from, scanner.end), this.#booleans);
  }

  /** Over a plain scalar. Gives where it stops: before a comma, a closing bracket, `:` or the line's end. */
  #plain(from: number): number {
    const { text } = this.#scanner;
    const first = text.charCodeAt(from);
    const second = text.charCodeAt(from + 1);
    if (!startsPlain(first, second) || first === COLON || (first === DASH && isIndicator(second))) unsure();
    let end = from;
    let i = from;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === SPACE) continue;
      if (unit === LF || isIndicator(unit)) break;
      if (unit === COLON && (!isInner(text.charCodeAt(i + 1)) || isIndicator(text.charCodeAt(i + 1)))) break;
      if (unit === HASH || unit === TAB) unsure();
      end = i + 1;
    }
    this.#scanner.end = end;
    return i;
  }

  /** Over blanks and line ends; each line must be indented deeper than what holds the brackets. */
  #gap(from: number, indent: number): number {
    let at = this.#scanner.skipBlanks(from);
    while (this.#unit(at) === LF) {
      const line = at + 1;
      at = this.#scanner.skipBlanks(line);
      if (at - line <= indent && this.#unit(at) !== LF) unsure();
    }
    return at;
  }

  #unit(at: number): number {
    return this.#scanner.text.charCodeAt(at);
  }
}

function isIndicator(unit: number): boolean {
  return (
    unit === COMMA ||
    unit === LEFT_BRACKET ||
    unit === RIGHT_BRACKET ||
    unit === LEFT_BRACE ||
    unit === RIGHT_BRACE
  );
}
