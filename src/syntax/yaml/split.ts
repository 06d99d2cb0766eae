import type { Span } from '../../source/index.ts';

/**
 * The parts of a stream that can be read on their own. `---` or `...` at the start of a line separates documents
 * wherever it stands, also in block scalars (YAML 1.2.2, 9.1.2), so no parsing is needed to find them. Directives and
 * comments before `---` stay with the document that follows.
 */
export function splitDocuments(text: string): Span[] {
  const chunks: Span[] = [];
  let start = 0;
  for (const { at, contentStart } of markers(text)) {
    if (contentStart > at) {
      chunks.push({ start, end: contentStart });
      start = contentStart;
    } else if (at > start && !isPreamble(text, start, at)) {
      chunks.push({ start, end: at });
      start = at;
    }
  }
  chunks.push({ start, end: text.length });
  return chunks;
}

/** A `---` starts a chunk; after the line of a `...` (`contentStart` > `at`) the next one starts. */
interface Marker {
  readonly at: number;
  readonly contentStart: number;
}

function markers(text: string): Marker[] {
  const found: Marker[] = [];
  for (const at of occurrences(text, '---')) found.push({ at, contentStart: at });
  for (const at of occurrences(text, '...')) found.push({ at, contentStart: lineEnd(text, at) });
  return found.sort((a, b) => a.at - b.at);
}

function* occurrences(text: string, marker: string): Generator<number> {
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 3)) {
    const before = text.charCodeAt(at - 1);
    const after = text.charCodeAt(at + 3);
    const startsLine = at === 0 || before === 10 || before === 13;
    if (startsLine && (at + 3 >= text.length || after === 32 || after === 9 || after === 10 || after === 13))
      yield at;
  }
}

function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13) return unit === 13 && text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return text.length;
}

/** Nothing but blank lines, comments and directives? */
function isPreamble(text: string, start: number, end: number): boolean {
  for (let line = start; line < end; line = lineEnd(text, line)) {
    if (text.charCodeAt(line) === 37) continue;
    let i = line;
    while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++;
    const unit = text.charCodeAt(i);
    if (i < end && unit !== 35 && unit !== 10 && unit !== 13) return false;
  }
  return true;
}
