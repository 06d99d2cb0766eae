import { NodeKind } from '../../data/index.ts';
import { resolvePlain } from '../compose/scalars.ts';
import { readBlockScalar } from './block-scalar.ts';
import { FlowReader } from './flow.ts';
import { Output } from './output.ts';
import { Scanner } from './scanner.ts';
import { readTag } from './tag.ts';
import {
  APOSTROPHE,
  BANG,
  BAR,
  COLON,
  GREATER,
  HASH,
  isInner,
  LEFT_BRACE,
  LEFT_BRACKET,
  LF,
  LONGEST_KEY,
  QUOTE,
  startsPlain,
  TAB,
  unsure,
} from './units.ts';

/** Reads one document of the common subset of YAML, as the composer would. */
export class Parser {
  readonly output: Output;
  readonly #scanner: Scanner;
  readonly #flow: FlowReader;
  readonly #text: string;
  readonly #booleans: '1.1' | '1.2';
  /** The key that was scanned last. */
  #key = '';
  #keyStart = 0;
  #keyEnd = 0;
  #colon = 0;

  constructor(text: string, base: number, booleans: '1.1' | '1.2') {
    this.output = new Output(text.length, base);
    this.#scanner = new Scanner(text);
    this.#flow = new FlowReader(this.#scanner, this.output, booleans);
    this.#text = text;
    this.#booleans = booleans;
  }

  /** The value of the document; undefined when it has no content. */
  document(): unknown {
    const scanner = this.#scanner;
    scanner.toStart();
    if (scanner.indent < 0) return undefined;
    const value = this.#block(-1);
    return scanner.indent < 0 ? value : unsure();
  }

  /** What starts with the token; what holds it is indented by `parent`. */
  #block(parent: number): unknown {
    const { at, indent } = this.#scanner;
    if (this.#scanner.startsItem(at)) return this.#sequence(indent);
    if (this.#scanKey(at)) return this.#mapping(indent);
    return parent < 0 ? unsure() : this.#inline(at, parent);
  }

  /** The mapping whose first key was just scanned. */
  #mapping(indent: number): Record<string, unknown> {
    const { output } = this;
    const scanner = this.#scanner;
    const node = output.open(NodeKind.mapping, this.#keyStart);
    const map: Record<string, unknown> = {};
    for (;;) {
      const key = this.#key;
      const keyNode = output.key(key, this.#keyStart, this.#keyEnd);
      output.entry(map, node, key, keyNode, this.#mappingValue(indent));
      if (scanner.indent < indent) break;
      if (scanner.indent > indent || !this.#scanKey(scanner.at)) unsure();
    }
    output.close(node);
    return map;
  }

  /** The value after the colon of the key that was just scanned. */
  #mappingValue(indent: number): unknown {
    const scanner = this.#scanner;
    const after = this.#colon + 1;
    const from = scanner.skipBlanks(after);
    if (!this.#endsLine(from)) return this.#inline(from, indent);
    scanner.endLine(after);
    if (scanner.indent > indent) return this.#block(indent);
    if (scanner.indent === indent && scanner.startsItem(scanner.at)) return this.#sequence(indent);
    this.output.leaf(NodeKind.plain, after, after);
    return null;
  }

  /** The sequence whose first dash is the token. */
  #sequence(indent: number): unknown[] {
    const scanner = this.#scanner;
    const node = this.output.open(NodeKind.sequence, scanner.at);
    const list: unknown[] = [];
    do list.push(this.#item(scanner.at, indent));
    while (scanner.indent === indent && scanner.startsItem(scanner.at));
    this.output.close(node);
    return list;
  }

  #item(dash: number, indent: number): unknown {
    const scanner = this.#scanner;
    const from = scanner.skipBlanks(dash + 1);
    if (this.#endsLine(from)) {
      scanner.endLine(dash + 1);
      if (scanner.indent > indent) return this.#block(indent);
      this.output.leaf(NodeKind.plain, dash + 1, dash + 1);
      return null;
    }
    scanner.at = from;
    scanner.indent = indent + from - dash;
    if (scanner.startsItem(from)) return this.#sequence(scanner.indent);
    return this.#scanKey(from) ? this.#mapping(scanner.indent) : this.#inline(from, indent);
  }

  /** A value that is no block mapping or sequence; what holds it is indented by `indent`. */
  #inline(from: number, indent: number): unknown {
    const scanner = this.#scanner;
    let value: unknown;
    switch (this.#text.charCodeAt(from)) {
      case BAR:
      case GREATER:
        value = readBlockScalar(scanner, from, indent);
        this.output.leaf(NodeKind.block, from, scanner.end);
        return value;
      case BANG:
        return readTag(scanner, this.output, from, (end) => this.#tagged(end, indent));
      case QUOTE:
      case APOSTROPHE:
        value = scanner.quoted(from);
        this.output.leaf(NodeKind.quoted, from, scanner.end);
        break;
      case LEFT_BRACKET:
      case LEFT_BRACE:
        value = this.#flow.collection(from, indent);
        break;
      default:
        return this.#plain(from, indent);
    }
    scanner.endLine(this.output.last);
    return value;
  }

  /** What follows a tag that ends at `end`. */
  #tagged(end: number, indent: number): unknown {
    const scanner = this.#scanner;
    const next = scanner.skipBlanks(end);
    const isBelow = this.#endsLine(next);
    if (isBelow) scanner.endLine(end);
    if (this.#text.charCodeAt(isBelow ? scanner.at : next) === BANG) unsure();
    if (!isBelow) return this.#inline(next, indent);
    return scanner.indent > indent ? this.#block(indent) : unsure();
  }

  /** A plain scalar, which goes on as long as the lines after it are indented deeper than what holds it. */
  #plain(from: number, indent: number): unknown {
    const scanner = this.#scanner;
    if (!startsPlain(this.#text.charCodeAt(from), this.#text.charCodeAt(from + 1))) unsure();
    let stop = scanner.plain(from);
    let text = this.#text.slice(from, scanner.end);
    while (this.#text.charCodeAt(stop) === LF) {
      const [next, breaks] = this.#nextText(stop + 1, indent);
      if (next < 0) break;
      stop = scanner.plain(next);
      text += (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + this.#text.slice(next, scanner.end);
    }
    if (this.#text.charCodeAt(stop) === COLON) unsure();
    const { end } = scanner;
    scanner.endLine(end);
    this.output.leaf(NodeKind.plain, from, end);
    return resolvePlain(text, this.#booleans);
  }

  /** Where a plain scalar goes on from the start of a line, and after how many blank lines; -1 when it does not. */
  #nextText(lineStart: number, indent: number): [at: number, breaks: number] {
    let line = lineStart;
    let breaks = 0;
    let at = this.#scanner.skipBlanks(line);
    for (; this.#text.charCodeAt(at) === LF; breaks++) {
      line = at + 1;
      at = this.#scanner.skipBlanks(line);
    }
    const unit = this.#text.charCodeAt(at);
    if (unit === TAB) unsure();
    const goesOn = at < this.#text.length && at - line > indent && unit !== HASH;
    return [goesOn ? at : -1, breaks];
  }

  /** Is there a key at `from`, with its colon on the same line? */
  #scanKey(from: number): boolean {
    const scanner = this.#scanner;
    const quoted = scanner.quoted(from);
    let stop = scanner.end;
    if (quoted === undefined) {
      if (!startsPlain(this.#text.charCodeAt(from), this.#text.charCodeAt(from + 1))) return false;
      stop = scanner.plain(from);
    }
    if (this.#text.charCodeAt(stop) !== COLON || isInner(this.#text.charCodeAt(stop + 1))) return false;
    this.#key = quoted ?? this.#text.slice(from, scanner.end);
    if (this.#key === '<<' || stop - from > LONGEST_KEY) unsure();
    this.#keyStart = from;
    this.#keyEnd = scanner.end;
    this.#colon = stop;
    return true;
  }

  #endsLine(at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    return unit === LF || unit === HASH || at >= this.#text.length;
  }
}
