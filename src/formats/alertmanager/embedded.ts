import { Buffer } from 'node:buffer';
import { sourceFile, type Location, type SourceFile, type Span } from '../../source/index.ts';
import type { DataDocument, Place } from '../../syntax/data/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { rootNode } from '../data-node.ts';
import type { Embedded } from '../cluster-objects.ts';

/**
 * The inner document, every place of it in the outer file; undefined when there is none to read. The lines of a
 * literal block are where they are written. Of other scalars, above all base64, the whole scalar is the place.
 */
export function innerDocument({ node, encoded }: Embedded): DataDocument | undefined {
  if (node.text === undefined) return undefined;
  const block = encoded ? undefined : literalBlock(node.at);
  if (block) {
    const { file } = node.at;
    const document = onlyDocument(sourceFile(file.path, file.text.slice(block.start, block.end)));
    return document && relocated(document, ({ span }) => ({ file, span: shifted(span, block.start) }));
  }
  const text = encoded ? Buffer.from(node.text, 'base64').toString('utf8') : node.text;
  const document = onlyDocument(sourceFile(node.at.file.path, text));
  return document && relocated(document, () => node.at);
}

function onlyDocument(file: SourceFile): DataDocument | undefined {
  const document = parseYaml(file).documents[0];
  return document && rootNode(document).isMap ? document : undefined;
}

/** The lines of a literal block. Their common indentation is no obstacle to reading them as a document. */
function literalBlock({ file, span }: Location): Span | undefined {
  const source = file.text.slice(span.start, span.end);
  const header = /^\|[-+\d]*[ \t]*(?:#[^\n]*)?\r?\n/.exec(source)?.[0];
  return header === undefined ? undefined : { start: span.start + header.length, end: span.end };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function relocated(document: DataDocument, move: (location: Location) => Location): DataDocument {
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
