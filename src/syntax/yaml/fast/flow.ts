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
  END,
  HASH,
  isInner,
  LEFT_BRACE,
  LEFT_BRACKET,
  LONGEST_KEY,
  QUESTION,
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
    for (let at = this.#scanner.skipGap(from + 1, indent); !this.#closes(at, RIGHT_BRACKET);) {
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
    for (let at = this.#scanner.skipGap(from + 1, indent); !this.#closes(at, RIGHT_BRACE);) {
      const colon = this.#keyEnd(at);
      const key = this.#keyText(at, indent);
      const keyNode = output.key(key, at, this.#scanner.end);
      output.entry(map, node, key, keyNode, this.#value(this.#scanner.skipGap(colon + 1, indent), indent));
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
    const at = this.#scanner.skipGap(this.#output.last, indent);
    if (this.#unit(at) === COMMA) return this.#scanner.skipGap(at + 1, indent);
    return this.#unit(at) === close ? at : unsure();
  }

  /** Over a key: where its colon stands. */
  #keyEnd(from: number): number {
    const scanner = this.#scanner;
    const isQuoted = scanner.quoted(from);
    if (isQuoted && scanner.isFolded) unsure();
    const colon = isQuoted ? scanner.end : this.#plain(from);
    // After a quoted key the value may follow at once, as in JSON.
    if (this.#unit(colon) !== COLON || (!isQuoted && this.#unit(colon + 1) !== SPACE)) unsure();
    return colon;
  }

  #keyText(from: number, indent: number): string {
    const { text, units, end } = this.#scanner;
    const isQuoted = units[from] === QUOTE || units[from] === APOSTROPHE;
    const key = isQuoted ? this.#scanner.quotedText(from, indent) : text.slice(from, end);
    return key === '<<' || key.length > LONGEST_KEY ? unsure() : key;
  }

  #value(from: number, indent: number): unknown {
    const scanner = this.#scanner;
    const unit = this.#unit(from);
    if (unit === LEFT_BRACKET || unit === LEFT_BRACE) return this.collection(from, indent);
    if (unit === BANG)
      return readTag(scanner, this.#output, from, (end) => {
        const next = this.#unit(end) === SPACE ? scanner.skipGap(end, indent) : unsure();
        return this.#unit(next) === BANG ? unsure() : this.#value(next, indent);
      });
    if (scanner.quoted(from)) {
      if (this.#unit(scanner.end) === COLON) unsure();
      this.#output.leaf(NodeKind.quoted, from, scanner.end);
      return scanner.quotedText(from, indent);
    }
    if (this.#unit(this.#plain(from)) === COLON) unsure();
    this.#output.leaf(NodeKind.plain, from, scanner.end);
    return resolvePlain(scanner.text.slice(from, scanner.end), this.#booleans);
  }

  /** Over a plain scalar. Gives where it stops: before a comma, a closing bracket, `: `, ` #` or the line's end. */
  #plain(from: number): number {
    const { units } = this.#scanner;
    if (!startsPlainInFlow(units[from] ?? END, units[from + 1] ?? END)) unsure();
    let i = from;
    for (; ; i++) {
      const unit = units[i] ?? END;
      if (isIndicator(unit)) break;
      if (unit > COLON || unit === SPACE) continue;
      if (unit === COLON) {
        const next = units[i + 1] ?? END;
        if (!isInner(next) || isIndicator(next)) break;
      } else if (unit === HASH) {
        if (units[i - 1] === SPACE) break;
      } else if (unit < SPACE) {
        if (unit === TAB) unsure();
        break;
      }
    }
    return this.#scanner.endPlain(i);
  }

  #unit(at: number): number {
    return this.#scanner.units[at] ?? END;
  }
}

function startsPlainInFlow(first: number, second: number): boolean {
  if (first === COLON || first === QUESTION || (first === DASH && isIndicator(second))) return false;
  return startsPlain(first, second);
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
