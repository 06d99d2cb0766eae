import type { SourceFile, Span } from '../../source/index.ts';

/** A content line, unfolded: `NAME;PARAMETER=value:VALUE`. */
export interface ContentLine {
  /** In capitals: names are the same in any case. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** As written, with its escapes. */
  readonly value: string;
  /** Where the value stands, over all lines that it is folded to. */
  readonly span: Span;
}

interface Unfolded {
  readonly text: string;
  /** Where each of the lines that it was folded to begins, in the text and in the file. */
  readonly pieces: readonly { readonly at: number; readonly offset: number }[];
  readonly span: Span;
}

/** The lines of a calendar; where one is none, its place only. */
export function* contentLines(file: SourceFile): Generator<ContentLine | Span> {
  for (const line of unfolded(file.text)) yield contentLine(line) ?? line.span;
}

/** A line that begins with a blank goes on with the one before it, without that blank (RFC 5545, 3.1). */
function* unfolded(text: string): Generator<Unfolded> {
  const lineEnd = /\r\n|\n|\r|$/g;
  let texts: string[] = [];
  let pieces: { at: number; offset: number }[] = [];
  let [at, end] = [0, 0];
  const whole = (): Unfolded => ({
    text: texts.join(''),
    pieces,
    span: { start: pieces[0]?.offset ?? 0, end },
  });
  for (let start = 0; start < text.length;) {
    lineEnd.lastIndex = start;
    const match = lineEnd.exec(text);
    const stop = match?.index ?? text.length;
    const next = stop + (match?.[0].length ?? 0);
    const goesOn = pieces.length > 0 && (text[start] === ' ' || text[start] === '\t');
    if (!goesOn) {
      if (pieces.length > 0) yield whole();
      [texts, pieces, at] = [[], [], 0];
    }
    const from = goesOn ? start + 1 : start;
    // Empty lines are none of a calendar, but many programs end theirs with one.
    if (stop > from) {
      pieces.push({ at, offset: from });
      texts.push(text.slice(from, stop));
      at += stop - from;
      end = stop;
    }
    start = next;
  }
  if (pieces.length > 0) yield whole();
}

const NAME = /[a-z0-9-]+/iy;
/** A parameter's name; a piece of its value, quoted or not. By pieces: one pattern for all would fill the stack. */
const PARAMETER = /;([a-z0-9-]+)=/iy;
const PIECE = /"[^"]*"|[^";:,]*/y;

function contentLine(line: Unfolded): ContentLine | undefined {
  const { text } = line;
  const name = matchAt(NAME, text, 0)?.[0];
  if (name === undefined) return undefined;
  const parameters = new Map<string, string>();
  let at = name.length;
  for (let key; (key = matchAt(PARAMETER, text, at));) {
    at += key[0].length;
    const from = at;
    at += matchAt(PIECE, text, at)?.[0].length ?? 0;
    while (text[at] === ',') at += 1 + (matchAt(PIECE, text, at + 1)?.[0].length ?? 0);
    const value = text.slice(from, at);
    parameters.set((key[1] ?? '').toUpperCase(), /^"[^"]*"$/.test(value) ? value.slice(1, -1) : value);
  }
  if (text[at] !== ':') return undefined;
  const value = text.slice(at + 1);
  const start = offsetOf(line, at + 1);
  return {
    name: name.toUpperCase(),
    parameters,
    value,
    span: { start, end: Math.max(start, line.span.end) },
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function offsetOf({ pieces, span }: Unfolded, at: number): number {
  const piece = pieces.findLast((one) => one.at <= at);
  return piece ? Math.min(piece.offset + at - piece.at, span.end) : span.start;
}

/** A value of type TEXT without its escapes. */
export function textOf(value: string): string {
  return value.replace(/\\([\\;,n])/gi, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
}

/** More values has no list that people keep. */
const MAX_VALUES = 100;

/** The values of a list of TEXT, the first of very many: a comma ends one, unless it is escaped. */
export function textsOf(value: string): readonly string[] {
  const texts: string[] = [];
  let start = 0;
  for (let at = 0; at <= value.length && texts.length < MAX_VALUES; at++) {
    if (value[at] === '\\' && at + 1 < value.length) {
      at++;
      continue;
    }
    if (at < value.length && value[at] !== ',') continue;
    texts.push(textOf(value.slice(start, at)).trim());
    start = at + 1;
  }
  return texts;
}
