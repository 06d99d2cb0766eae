import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import {
  addLeaf,
  closeNode,
  createTape,
  MAX_DEPTH,
  nestingProblem,
  NodeKind,
  openNode,
  setProperty,
  syntaxProblem,
} from '../data/index.ts';
import type { Comment, Duplicate, Tape } from '../data/index.ts';
import {
  commentEnd,
  decodeString,
  JsonProblem,
  numberEnd,
  skipBlanks,
  stringEnd,
  wordEnd,
} from './scanner.ts';

export type JsonResult =
  | {
      readonly ok: true;
      readonly tape: Tape;
      readonly value: unknown;
      readonly comments: readonly Comment[];
      readonly trailingCommas: readonly Span[];
      readonly duplicates: readonly Duplicate[];
    }
  | { readonly ok: false; readonly problem: Diagnostic };

const LITERALS: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** One pass over the text: values, tape, comments, duplicates. Ends at the first error. */
export class JsonParser {
  readonly #file: SourceFile;
  readonly #text: string;
  readonly #tape: Tape;
  readonly #comments: Comment[] = [];
  readonly #trailingCommas: Span[] = [];
  readonly #duplicates: Duplicate[] = [];
  #position = 0;
  #depth = 0;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#text = file.text;
    this.#tape = createTape(file.text.length >> 4);
  }

  parse(): JsonResult {
    try {
      if (this.#text.charCodeAt(0) === 0xfeff) this.#position = 1;
      this.#skip();
      const value = this.#value();
      this.#skip();
      if (this.#position < this.#text.length) throw this.#unexpected('the end of the file');
      const [tape, comments, trailingCommas] = [this.#tape, this.#comments, this.#trailingCommas];
      return { ok: true, tape, value, comments, trailingCommas, duplicates: this.#duplicates };
    } catch (error) {
      if (error instanceof TooDeep) {
        const span = { start: this.#position, end: this.#position + 1 };
        return { ok: false, problem: nestingProblem('json', this.#file, span) };
      }
      if (!(error instanceof JsonProblem)) throw error;
      return {
        ok: false,
        problem: syntaxProblem(this.#file, error.span, 'json/syntax', error.message, error.help),
      };
    }
  }

  #value(): unknown {
    const start = this.#position;
    const unit = this.#text.charCodeAt(start);
    if (unit === 34) {
      const end = (this.#position = stringEnd(this.#text, start));
      addLeaf(this.#tape, NodeKind.quoted, start, end);
      return decodeString(this.#text, start, end);
    }
    if (unit === 123) return this.#object(start);
    if (unit === 91) return this.#array(start);
    return this.#plain(start, unit);
  }

  #plain(start: number, unit: number): unknown {
    if (unit === 45 || (unit >= 48 && unit <= 57)) {
      const end = numberEnd(this.#text, start);
      if (end >= 0) {
        addLeaf(this.#tape, NodeKind.plain, start, (this.#position = end));
        return Number(this.#text.slice(start, end));
      }
    }
    for (const [word, value] of LITERALS) {
      if (this.#text.startsWith(word, start) && wordEnd(this.#text, start) === start + word.length) {
        addLeaf(this.#tape, NodeKind.plain, start, (this.#position = start + word.length));
        return value;
      }
    }
    throw this.#unexpected('a value');
  }

  #object(start: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    const node = this.#open(NodeKind.mapping, start);
    let more = !this.#closes(125);
    while (more) {
      if (this.#text.charCodeAt(this.#position) !== 34)
        throw this.#unexpected('a key in double quotes or "}"');
      const keyStart = this.#position;
      const keyEnd = (this.#position = stringEnd(this.#text, keyStart));
      const key = decodeString(this.#text, keyStart, keyEnd);
      const keyNode = addLeaf(this.#tape, NodeKind.key, keyStart, keyEnd, this.#tape.keys.push(key) - 1);
      // The first test is the cheap one; it lets through what objects inherit, such as `constructor`.
      if (object[key] !== undefined && Object.hasOwn(object, key))
        this.#duplicates.push({ mapping: node, key: keyNode });
      this.#skip();
      if (this.#text.charCodeAt(this.#position) !== 58) throw this.#unexpected('":" after the key');
      this.#position++;
      this.#skip();
      setProperty(object, key, this.#value());
      more = this.#continues(125, '"," or "}"', start);
    }
    this.#close(node);
    return object;
  }

  #array(start: number): unknown[] {
    const array: unknown[] = [];
    const node = this.#open(NodeKind.sequence, start);
    let more = !this.#closes(93);
    while (more) {
      array.push(this.#value());
      more = this.#continues(93, '"," or "]"', start);
    }
    this.#close(node);
    return array;
  }

  #open(kind: NodeKind, start: number): number {
    if (++this.#depth > MAX_DEPTH) throw new TooDeep();
    this.#position = start + 1;
    this.#skip();
    return openNode(this.#tape, kind, start);
  }

  #close(node: number): void {
    this.#depth--;
    closeNode(this.#tape, node, this.#position);
  }

  /** Steps over the closing bracket, if it is next. */
  #closes(bracket: number): boolean {
    if (this.#text.charCodeAt(this.#position) !== bracket) return false;
    this.#position++;
    return true;
  }

  /** After an entry: is there another one? */
  #continues(bracket: number, expected: string, opened: number): boolean {
    this.#skip();
    const comma = this.#position;
    if (this.#text.charCodeAt(comma) === 44) {
      this.#position++;
      this.#skip();
      if (!this.#closes(bracket)) return true;
      this.#trailingCommas.push({ start: comma, end: comma + 1 });
      return false;
    }
    if (this.#closes(bracket)) return false;
    if (comma >= this.#text.length)
      throw new JsonProblem(`This "${this.#text.charAt(opened)}" is never closed.`, opened, opened + 1);
    throw this.#unexpected(expected);
  }

  #skip(): void {
    for (;;) {
      const start = (this.#position = skipBlanks(this.#text, this.#position));
      const end = commentEnd(this.#text, start);
      if (end < 0) return;
      const closed = this.#text.charCodeAt(start + 1) === 42;
      const text = this.#text.slice(start + 2, closed ? end - 2 : end).trim();
      this.#comments.push({ text, location: { file: this.#file, span: { start, end } } });
      this.#position = end;
    }
  }

  #unexpected(expected: string): JsonProblem {
    const start = this.#position;
    if (start >= this.#text.length)
      return new JsonProblem(`The file ends where ${expected} is expected.`, start, start);
    const end = wordEnd(this.#text, start);
    return new JsonProblem(`Expected ${expected}, found "${this.#text.slice(start, end)}".`, start, end);
  }
}

class TooDeep extends Error {}
