import type { SourceFile, Span } from '../../source/index.ts';
import { NodeKind } from '../data/index.ts';
import type { Comment, Tape } from '../data/index.ts';
import { opensComment } from './compose/gaps.ts';

/** The comments of a document: what `#` opens between its scalars, and in the first lines of its block scalars. */
export function findComments(file: SourceFile, tape: Tape, chunk: Span): Comment[] {
  const found: Comment[] = [];
  let from = chunk.start;
  for (let at = 0; at < tape.count * 4; at += 4) {
    const kind = (tape.cells[at + 3] ?? 0) & 7;
    if (kind === NodeKind.mapping || kind === NodeKind.sequence) continue;
    const start = tape.cells[at] ?? 0;
    collect(file, from, start, found);
    if (kind === NodeKind.block) collect(file, start, lineEnd(file.text, start), found);
    from = tape.cells[at + 1] ?? 0;
  }
  collect(file, from, chunk.end, found);
  return found;
}

function collect(file: SourceFile, from: number, to: number, found: Comment[]): void {
  for (let i = from; i < to; i++) {
    if (file.text.charCodeAt(i) !== 35 || !opensComment(file.text, i)) continue;
    const end = lineEnd(file.text, i);
    const text = file.text.slice(i + 1, end).trim();
    found.push({ text, location: { file, span: { start: i, end } } });
    i = end;
  }
}

function lineEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) !== 10 && text.charCodeAt(i) !== 13) i++;
  return i;
}
