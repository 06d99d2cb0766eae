import type { SourceFile, Span } from '../../source/index.ts';
import { NodeKind } from '../data/index.ts';
import type { Comment, Tape } from '../data/index.ts';
import { opensComment } from './compose/gaps.ts';

/** The comments of a document: what `#` opens between its scalars, and in the first lines of its block scalars. */
export function findComments(file: SourceFile, tape: Tape, chunk: Span): Comment[] {
  const found: Comment[] = [];
  const collector = new Collector(file, chunk, found);
  let from = chunk.start;
  for (let at = 0; at < tape.count * 4; at += 4) {
    const kind = (tape.cells[at + 3] ?? 0) & 7;
    if (kind === NodeKind.mapping || kind === NodeKind.sequence) continue;
    const start = tape.cells[at] ?? 0;
    collector.collect(from, start);
    if (kind === NodeKind.block) collector.collect(start, lineEnd(file.text, start));
    from = tape.cells[at + 1] ?? 0;
  }
  collector.collect(from, chunk.end);
  return found;
}

/**
 * Goes from `#` to `#`, since between most scalars there is none. Looks at the text of the chunk alone: a search in the
 * whole file would run to its end for each of its documents.
 */
class Collector {
  readonly #file: SourceFile;
  readonly #base: number;
  readonly #text: string;
  readonly #found: Comment[];
  #next = -1;

  constructor(file: SourceFile, chunk: Span, found: Comment[]) {
    this.#file = file;
    this.#base = chunk.start;
    this.#text = file.text.slice(chunk.start, chunk.end);
    this.#found = found;
  }

  collect(fileFrom: number, fileTo: number): void {
    const text = this.#text;
    const from = fileFrom - this.#base;
    if (this.#next < from) this.#next = nextMark(text, from);
    while (this.#next < fileTo - this.#base) {
      const start = this.#next;
      let end = start + 1;
      if (opensComment(text, start)) {
        end = lineEnd(text, start);
        const span = { start: this.#base + start, end: this.#base + end };
        this.#found.push({ text: text.slice(start + 1, end).trim(), location: { file: this.#file, span } });
      }
      this.#next = nextMark(text, end);
    }
  }
}

function nextMark(text: string, from: number): number {
  const at = text.indexOf('#', from);
  return at < 0 ? Infinity : at;
}

function lineEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i++;
  return i;
}
