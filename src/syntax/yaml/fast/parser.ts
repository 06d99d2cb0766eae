import { NodeKind } from '../../data/index.ts';
import { resolvePlain } from '../compose/scalars.ts';
import { readBlockScalar } from './block-scalar.ts';
import { FlowReader } from './flow.ts';
import { Output } from './output.ts';
import { Scanner } from './scanner.ts';
import { readTag } from './tag.ts';
import { prepareUnits } from './text-units.ts';
import {
  APOSTROPHE,
  BANG,
  BAR,
  COLON,
  END,
  GREATER,
  HASH,
  isInner,
  LEFT_BRACE,
  LEFT_BRACKET,
  LF,
  LONGEST_KEY,
  QUOTE,
  startsPlain,
  unsure,
} from './units.ts';

/** Reads documents of the common subset of YAML, as the composer would. */
export class Parser {
  readonly output: Output = new Output();
  readonly #scanner: Scanner;
  readonly #flow: FlowReader;
  readonly #text: string;
  readonly #units: Uint16Array;
  readonly #booleans: '1.1' | '1.2';
  /** What was scanned last because it might be a key: where it stops, or -1; and the key, if it was one. */
  #stop = -1;
  #key = '';
  #keyStart = 0;
  #keyEnd = 0;

  constructor(text: string, booleans: '1.1' | '1.2') {
    this.#scanner = new Scanner(text);
    this.#flow = new FlowReader(this.#scanner, this.output, booleans);
    this.#text = text;
    this.#units = this.#scanner.units;
    this.#booleans = booleans;
  }

  /** The value of the document between two offsets; undefined when it has no content. */
  document(start: number, end: number): unknown {
    const scanner = this.#scanner;
    if (!prepareUnits(this.#units, start, end)) unsure();
    // What stands there belongs to the next document, which comes only after this one.
    const next = this.#units[end] ?? END;
    this.#units[end] = END;
    this.output.begin();
    try {
      scanner.toStart(start, end);
      if (scanner.indent < 0) return undefined;
      const value = this.#block(-1);
      return scanner.indent < 0 ? value : unsure();
    } finally {
      this.#units[end] = next;
    }
  }

  /** Where the comments of the last document start. */
  get comments(): readonly number[] {
    return this.#scanner.comments;
  }

  /** What starts with the token; what holds it is indented by `parent`. */
  #block(parent: number): unknown {
    const { at, indent } = this.#scanner;
    if (this.#scanner.startsItem(at)) return this.#sequence(indent);
    if (this.#scanKey(at)) return this.#mapping(indent);
    // A scalar alone is no document that anybody writes.
    if (parent < 0 && (indent > 0 || !this.#opensFlow(at))) unsure();
    return this.#scanned(at, parent);
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
      output.entry(map, node, key, keyNode, this.#mappingValue(this.#stop + 1, indent));
      if (scanner.indent < indent) break;
      if (scanner.indent > indent || !this.#scanKey(scanner.at)) unsure();
    }
    output.close(node);
    return map;
  }

  /** The value after the colon of a key. */
  #mappingValue(after: number, indent: number): unknown {
    const scanner = this.#scanner;
    const from = scanner.skipBlanks(after);
    if (!this.#endsLine(from)) return this.#inline(from, indent);
    scanner.endLine(after);
    if (scanner.indent > indent) return this.#block(indent);
    // The dashes of a sequence need not be indented deeper than the key above.
    if (scanner.indent === indent && scanner.startsItem(scanner.at)) return this.#sequence(indent);
    return this.#nothing(after);
  }

  #nothing(at: number): null {
    this.output.leaf(NodeKind.plain, at, at);
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
      return scanner.indent > indent ? this.#block(indent) : this.#nothing(dash + 1);
    }
    scanner.at = from;
    scanner.indent = indent + from - dash;
    if (scanner.startsItem(from)) return this.#sequence(scanner.indent);
    return this.#scanKey(from) ? this.#mapping(scanner.indent) : this.#scanned(from, indent);
  }

  /** A value that is no block mapping or sequence; what holds it is indented by `indent`. */
  #inline(from: number, indent: number): unknown {
    const scanner = this.#scanner;
    const unit = this.#units[from] ?? END;
    switch (unit) {
      case BAR:
      case GREATER: {
        const text = readBlockScalar(scanner, from, indent);
        this.output.leaf(NodeKind.block, from, scanner.end);
        return text;
      }
      case BANG:
        return readTag(scanner, this.output, from, (end) => this.#tagged(end, indent));
      case QUOTE:
      case APOSTROPHE:
        scanner.quoted(from);
        return this.#quoted(from, indent);
      case LEFT_BRACKET:
      case LEFT_BRACE: {
        const collection = this.#flow.collection(from, indent);
        scanner.endLine(this.output.last);
        return collection;
      }
      default:
        if (!startsPlain(unit, this.#units[from + 1] ?? END)) unsure();
        return this.#plain(from, scanner.plain(from), indent);
    }
  }

  /** A value that was just scanned in vain for a key. */
  #scanned(from: number, indent: number): unknown {
    if (this.#stop < 0) return this.#inline(from, indent);
    const unit = this.#units[from];
    if (unit === QUOTE || unit === APOSTROPHE) return this.#quoted(from, indent);
    return this.#plain(from, this.#stop, indent);
  }

  /** What follows a tag that ends at `end`. */
  #tagged(end: number, indent: number): unknown {
    const scanner = this.#scanner;
    const next = scanner.skipBlanks(end);
    if (this.#units[next] === BANG) unsure();
    if (!this.#endsLine(next)) return this.#inline(next, indent);
    scanner.endLine(end);
    if (scanner.indent > indent && this.#units[scanner.at] !== BANG) return this.#block(indent);
    // Dashes that are not indented deeper may be the tag's own, or the next items.
    const mayGoOn = scanner.indent === indent && scanner.startsItem(scanner.at);
    return scanner.indent > indent || mayGoOn ? unsure() : this.#nothing(end);
  }

  /** The quoted scalar that was just scanned. */
  #quoted(from: number, indent: number): string {
    const scanner = this.#scanner;
    const text = scanner.quotedText(from, indent);
    this.output.leaf(NodeKind.quoted, from, scanner.end);
    scanner.endLine(scanner.end);
    return text;
  }

  /**
   * The plain scalar whose first line was just scanned to `stop`; it goes on as long as the lines after it are
   * indented deeper than what holds it.
   */
  #plain(from: number, stop: number, indent: number): unknown {
    const scanner = this.#scanner;
    let { end } = scanner;
    let text = this.#text.slice(from, end);
    let last = stop;
    const passed = scanner.comments.length;
    while (this.#units[last] === LF) {
      scanner.toToken(last + 1);
      if (scanner.indent <= indent) break;
      if (scanner.comments.length > passed) unsure();
      const breaks = this.#lineEnds(last + 1, scanner.at);
      last = scanner.plain(scanner.at);
      text += (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + this.#text.slice(scanner.at, scanner.end);
      ({ end } = scanner);
    }
    this.output.leaf(NodeKind.plain, from, end);
    if (this.#units[last] === COLON) unsure();
    if (this.#units[last] !== LF) scanner.endLine(end);
    return resolvePlain(text, this.#booleans);
  }

  #lineEnds(from: number, to: number): number {
    let count = 0;
    for (let i = from; i < to; i++) if (this.#units[i] === LF) count++;
    return count;
  }

  /** Is there a key at `from`, with its colon on the same line? */
  #scanKey(from: number): boolean {
    const scanner = this.#scanner;
    const units = this.#units;
    const isQuoted = scanner.quoted(from);
    this.#stop = -1;
    if (isQuoted) this.#stop = scanner.end;
    else if (startsPlain(units[from] ?? END, units[from + 1] ?? END)) this.#stop = scanner.plain(from);
    else return false;
    const stop = this.#stop;
    if (units[stop] !== COLON || isInner(units[stop + 1] ?? END)) return false;
    if ((isQuoted && scanner.isFolded) || stop - from > LONGEST_KEY) unsure();
    this.#key = isQuoted ? scanner.quotedText(from, 0) : this.#text.slice(from, scanner.end);
    if (this.#key === '<<') unsure();
    this.#keyStart = from;
    this.#keyEnd = scanner.end;
    return true;
  }

  #opensFlow(at: number): boolean {
    const unit = this.#units[at];
    return unit === LEFT_BRACKET || unit === LEFT_BRACE;
  }

  #endsLine(at: number): boolean {
    const unit = this.#units[at];
    return unit === LF || unit === HASH || unit === END;
  }
}
