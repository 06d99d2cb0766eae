import type { SourceFile, Span } from '../../source/index.ts';
import { NodeKind } from '../data/index.ts';
import type { Comment, Tape } from '../data/index.ts';
import { opensComment } from './compose/gaps.ts';

/** The comments of a document: what `#` opens between its scalars, and in the first lines of its block scalars. */
export function findComments(file: SourceFile, tape: Tape, chunk: Span): Comment[] {
  const marks = new Marks(file.text, chunk);
  if (marks.next >= chunk.end) return [];
  let from = chunk.start;
  for (let at = 0; at < tape.count * 4; at += 4) {
    const kind = (tape.cells[at + 3] ?? 0) & 7;
    if (kind === NodeKind.mapping || kind === NodeKind.sequence) continue;
    const start = tape.cells[at] ?? 0;
    marks.collect(from, start);
    if (kind === NodeKind.block) marks.collect(start, lineEnd(file.text, start));
    from = tape.cells[at + 1] ?? 0;
  }
  marks.collect(from, chunk.end);
  return marks.found.map((start) => commentAt(file, start));
}

/** The comment that starts there. */
export function commentAt(file: SourceFile, start: number): Comment {
  const end = lineEnd(file.text, start);
  return { text: file.text.slice(start + 1, end).trim(), location: { file, span: { start, end } } };
}

/** Goes from `#` to `#`, since between most scalars there is none. */
class Marks {
  readonly found: number[] = [];
  next: number;
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;

  constructor(text: string, chunk: Span) {
    // A search in the file itself would go on behind the document, once for each of its documents.
    this.#text = text.slice(chunk.start, chunk.end);
    this.#start = chunk.start;
    this.#end = chunk.end;
    this.next = this.#after(chunk.start);
  }

  collect(from: number, to: number): void {
    if (this.next < from) this.next = this.#after(from);
    while (this.next < to) {
      const start = this.next;
      const opens = opensComment(this.#text, start - this.#start);
      if (opens) this.found.push(start);
      this.next = this.#after(opens ? this.#start + lineEnd(this.#text, start - this.#start) : start + 1);
    }
  }

  #after(from: number): number {
    const at = this.#text.indexOf('#', from - this.#start);
    return at < 0 ? this.#end : this.#start + at;
  }
}

function lineEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i++;
  return i;
}
