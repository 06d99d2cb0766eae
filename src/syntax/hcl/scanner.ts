import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import { characterAt, identifierEnd, isBlank, isDigit, startsIdentifier } from './characters.ts';
import { HclProblem, type ProblemCode } from './problem.ts';
import { markerLines } from './template/heredoc.ts';
import type { Expression, HclComment } from './tree.ts';

/** Punctuation is its own kind; `quote` and `heredoc` only open a template, whose text the parser reads. */
export type TokenKind =
  'end' | 'newline' | 'identifier' | 'number' | 'quote' | 'heredoc' | 'invalid' | Punctuation;

// prettier-ignore
const PUNCTUATION = [
  '...', '==', '!=', '<=', '>=', '=>', '&&', '||', '::',
  '{', '}', '[', ']', '(', ')', '.', ',', ':', '?', '=', '!', '<', '>', '+', '-', '*', '/', '%', '~',
] as const;

export type Punctuation = (typeof PUNCTUATION)[number];

/** Punctuation by its first character, longest first. */
const BY_FIRST: readonly (readonly Punctuation[] | undefined)[] = byFirst();

function byFirst(): readonly (readonly Punctuation[] | undefined)[] {
  const table: Punctuation[][] = [];
  for (const mark of PUNCTUATION) (table[mark.charCodeAt(0)] ??= []).push(mark);
  return table;
}

/** Levels that expressions and blocks may be nested in each other. */
export const MAX_DEPTH = 200;
const TOO_DEEP = `Nested more than ${MAX_DEPTH} levels deep.`;
const MAX_PROBLEMS = 50;

/**
 * Reads one token at a time and never looks past the current one, since what comes next (code or template
 * text) is for the parser to say.
 */
export class Scanner {
  readonly file: SourceFile;
  readonly text: string;
  readonly comments: HclComment[] = [];
  readonly diagnostics: Diagnostic[] = [];
  kind: TokenKind = 'newline';
  start = 0;
  end = 0;
  /** Where the last token that was taken ended. */
  previousEnd = 0;
  /** Do line ends matter here? They do in bodies and object constructors, not in other brackets. */
  newlines = true;
  depth = 0;
  /** The end of the heredoc that is being read: its text holds no items to go on with after a problem. */
  heredocEnd = 0;
  /** The rest of the text is not read. */
  givenUp = false;
  /** The way back to the expression parser for what expressions consist of. */
  readonly expression: () => Expression;
  private markerLines: ReadonlyMap<string, readonly number[]> | undefined;
  private lastComment = -1;
  private fullStop = false;

  constructor(file: SourceFile, expression: (scanner: Scanner) => Expression) {
    this.file = file;
    this.text = file.text;
    this.expression = () => expression(this);
  }

  /** The current token's kind, past line ends where they do not matter. */
  peek(): TokenKind {
    if (!this.newlines) while (this.kind === 'newline') this.scan(this.end);
    return this.kind;
  }

  /** Takes the current token. */
  take(): void {
    this.previousEnd = this.end;
    this.scan(this.end);
  }

  /** Takes the current token if it is of a kind. */
  takeIf(kind: TokenKind): boolean {
    if (this.peek() !== kind) return false;
    this.take();
    return true;
  }

  /** Takes a token that must be there. */
  expect(kind: TokenKind, wanted: string): Span {
    if (this.peek() !== kind) this.fail(`Expected ${wanted}, but found ${this.found()}.`);
    const span = { start: this.start, end: this.end };
    this.take();
    return span;
  }

  /** Takes a closing bracket; where it is missing, names the place of the opening one if nothing else follows. */
  expectClose(close: ')' | ']' | '}', open: number, wanted = `"${close}"`): Span {
    if (this.peek() !== close) this.failUnclosed(close, open, wanted);
    const span = { start: this.start, end: this.end };
    this.take();
    return span;
  }

  failUnclosed(close: string, open: number, wanted: string): never {
    if (this.kind !== 'end') this.fail(`Expected ${wanted}, but found ${this.found()}.`);
    const mark = this.text.charAt(open);
    this.fail(
      `This "${mark}" is never closed by "${close}".`,
      { start: open, end: open + 1 },
      'hcl/unclosed',
    );
  }

  tokenText(): string {
    return this.text.slice(this.start, this.end);
  }

  isKeyword(word: string): boolean {
    return this.peek() === 'identifier' && this.end - this.start === word.length && this.tokenText() === word;
  }

  /** What stands at the current token, for messages. */
  found(): string {
    switch (this.kind) {
      case 'end':
        return 'the end of the file';
      case 'newline':
        return 'the end of the line';
      case 'quote':
        return 'a quoted string';
      case 'heredoc':
        return 'a heredoc';
      case 'identifier':
      case 'number':
        return `"${this.tokenText().slice(0, 40)}"`;
      default:
        return `"${this.tokenText()}"`;
    }
  }

  fail(message: string, span: Span = { start: this.start, end: this.end }, code?: ProblemCode): never {
    if (this.kind === 'invalid' && code === undefined) {
      throw new HclProblem('hcl/invalid-character', this.invalidCharacter(), span);
    }
    throw new HclProblem(code ?? 'hcl/syntax', message, span);
  }

  report(code: ProblemCode, message: string, span: Span): void {
    if (this.fullStop || this.givenUp) return;
    this.fullStop = this.diagnostics.length >= MAX_PROBLEMS;
    this.diagnostics.push({
      code: this.fullStop ? 'hcl/too-many-problems' : code,
      level: 'error',
      message: this.fullStop ? 'There are more problems in this file than are listed.' : message,
      path: this.file.path,
      location: { file: this.file, span },
    });
  }

  /** The end of the first line after `from` that closes a heredoc. */
  findMarker(marker: string, from: number): number | undefined {
    this.markerLines ??= markerLines(this.text);
    return this.markerLines.get(marker)?.find((end) => end > from);
  }

  /** Runs a step one level deeper, or fails where it is too deep. */
  enter(): void {
    if (++this.depth > MAX_DEPTH) this.fail(TOO_DEEP, undefined, 'hcl/too-deep');
  }

  /** The same for blocks: when one is too deep, so is what it holds, and where it ends cannot be told. */
  enterBlock(): void {
    if (++this.depth <= MAX_DEPTH) return;
    this.report('hcl/too-deep', `${TOO_DEEP} The rest of the file was not read.`, {
      start: this.start,
      end: this.end,
    });
    this.givenUp = true;
    this.scan(this.text.length);
  }

  /** Makes the token at an offset the current one. */
  scan(from: number): void {
    const { text } = this;
    let at = from;
    for (;;) {
      const unit = text.charCodeAt(at);
      if (isBlank(unit)) at++;
      else if (
        unit === 35 ||
        (unit === 47 && (text.charCodeAt(at + 1) === 47 || text.charCodeAt(at + 1) === 42))
      ) {
        const end = this.comment(at, unit !== 35 && text.charCodeAt(at + 1) === 42);
        at = end;
      } else break;
    }
    this.start = at;
    const unit = text.charCodeAt(at);
    if (at >= text.length) this.token('end', at);
    else if (unit === 10) this.token('newline', at + 1);
    else if (startsIdentifier(text, at)) this.token('identifier', identifierEnd(text, at));
    else if (isDigit(unit)) this.token('number', numberEnd(text, at));
    else if (unit === 34) this.token('quote', at + 1);
    else if (unit === 60 && text.charCodeAt(at + 1) === 60) this.heredoc(at);
    else this.punctuation(at, unit);
  }

  private token(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.end = end;
  }

  private punctuation(at: number, unit: number): void {
    const mark = BY_FIRST[unit]?.find((one) => one.length === 1 || this.text.startsWith(one, at));
    if (mark === undefined) this.token('invalid', at + characterAt(this.text, at).length);
    else this.token(mark, at + mark.length);
  }

  private heredoc(at: number): void {
    const dash = this.text.charCodeAt(at + 2) === 45 ? 1 : 0;
    const marker = at + 2 + dash;
    this.token(startsIdentifier(this.text, marker) ? 'heredoc' : 'invalid', marker);
    if (this.kind === 'heredoc') this.end = identifierEnd(this.text, marker);
  }

  private comment(at: number, block: boolean): number {
    const { text } = this;
    let end = block ? text.indexOf('*/', at + 2) : text.indexOf('\n', at);
    if (end < 0) end = text.length;
    else if (block) end += 2;
    if (!block && text.charCodeAt(end - 1) === 13) end--;
    if (at > this.lastComment) {
      this.lastComment = at;
      const span = { start: at, end };
      this.comments.push({ text: text.slice(at, end), location: { file: this.file, span } });
      if (block && !text.endsWith('*/', end))
        this.report('hcl/unclosed', 'This comment is never closed.', span);
    }
    return end;
  }

  private invalidCharacter(): string {
    const text = this.tokenText();
    if (text === "'") return 'Single quotes are not valid; strings are written in double quotes.';
    if (text === ';') return 'A semicolon is not valid; each argument is written on its own line.';
    if (text.startsWith('<<')) return 'Expected the name of a heredoc right after "<<".';
    const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `The character U+${code} is not valid here.`;
  }
}

function numberEnd(text: string, at: number): number {
  let end = digitsEnd(text, at);
  if (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1);
  const exponent = text.charCodeAt(end) | 32;
  if (exponent === 101) {
    const sign = text.charCodeAt(end + 1);
    const digits = sign === 43 || sign === 45 ? end + 2 : end + 1;
    if (isDigit(text.charCodeAt(digits))) end = digitsEnd(text, digits);
  }
  return end;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}
