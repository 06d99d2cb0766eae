import { Buffer } from 'node:buffer';
import { sourceFile, type Location, type SourceFile, type Span } from '../../source/index.ts';
import type { DataDocument, Place } from './document.ts';

/** The document with every place of it moved: of a text that stands inside another file. */
export function relocated(document: DataDocument, move: (location: Location) => Location): DataDocument {
  return {
    ...document,
    file: move(document.locate([])).file,
    syntax: document.syntax,
    value: document.value,
    locate: (path, part) => move(document.locate(path, part)),
    place: relocatedPlace(document.place, move),
    has: (path) => document.has(path),
    rawText: (path) => document.rawText(path),
    at: (path) => relocated(document.at(path), move),
    comments: document.comments.map(({ text, location }) => ({ text, location: move(location) })),
  };
}

function relocatedPlace(place: Place, move: (location: Location) => Location): Place {
  return {
    below: (step) => relocatedPlace(place.below(step), move),
    locate: (part) => move(place.locate(part)),
  };
}

/** A text inside another file: as a file that a parser reads, and where places of that file stand in the other one. */
export interface InnerText {
  readonly file: SourceFile;
  readonly move: (location: Location) => Location;
}

/**
 * The text of a scalar. The lines of a literal block are where they are written; their common indentation stays. Of
 * other scalars, above all base64, the whole scalar is the place.
 * @param at where the scalar stands
 */
export function innerText(text: string, at: Location, encoded = false): InnerText {
  const { path } = at.file;
  const block = encoded ? undefined : literalBlock(at);
  if (!block) {
    const decoded = encoded ? Buffer.from(text, 'base64').toString('utf8') : text;
    return { file: sourceFile(path, decoded), move: () => at };
  }
  return {
    file: sourceFile(path, at.file.text.slice(block.start, block.end)),
    move: ({ span }) => ({
      file: at.file,
      span: { start: span.start + block.start, end: span.end + block.start },
    }),
  };
}

/** The lines of a literal block, without its header. */
function literalBlock({ file, span }: Location): Span | undefined {
  const header = /^\|[-+\d]*[ \t]*(?:#[^\n]*)?\r?\n/.exec(
    file.text.slice(span.start, span.start + 1000),
  )?.[0];
  return header === undefined ? undefined : { start: span.start + header.length, end: span.end };
}
