import { Buffer } from 'node:buffer';
import { sourceFile, type Location, type SourceFile } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

/** An `alertmanager.yaml` inside a Secret or ConfigMap, as kube-prometheus keeps it. */
export interface Embedded {
  readonly node: DataNode;
  readonly encoded: boolean;
}

export function embeddedConfig(root: DataNode): Embedded | undefined {
  const kind = root.get('kind').text;
  if (kind !== 'Secret' && kind !== 'ConfigMap') return undefined;
  for (const part of ['stringData', 'data']) {
    for (const key of ['alertmanager.yaml', 'alertmanager.yml']) {
      const node = root.get(part, key);
      if (node.exists) return { node, encoded: kind === 'Secret' && part === 'data' };
    }
  }
  return undefined;
}

/**
 * The inner document, every place of it in the outer file; undefined when there is none to read. The lines of a
 * literal block are where they are written. Of other scalars, above all base64, the whole scalar is the place.
 */
export function innerDocument({ node, encoded }: Embedded): DataDocument | undefined {
  if (node.text === undefined) return undefined;
  const block = encoded ? undefined : literalBlock(node.at);
  if (block) {
    const document = onlyDocument(sourceFile(node.at.file.path, block));
    return document && relocated(document, ({ span }) => ({ file: node.at.file, span }));
  }
  const text = encoded ? Buffer.from(node.text, 'base64').toString('utf8') : node.text;
  const document = onlyDocument(sourceFile(node.at.file.path, text));
  return document && relocated(document, () => node.at);
}

function onlyDocument(file: SourceFile): DataDocument | undefined {
  const document = parseYaml(file).documents[0];
  return document && rootNode(document).isMap ? document : undefined;
}

/** The outer text with all but the block blanked out: it is the inner document, at the outer offsets. */
function literalBlock({ file, span }: Location): string | undefined {
  const source = file.text.slice(span.start, span.end);
  const header = /^\|[-+\d]*[ \t]*(?:#[^\n]*)?\r?\n/.exec(source)?.[0];
  if (header === undefined) return undefined;
  const start = span.start + header.length;
  return file.text.slice(0, start).replace(/[^\r\n]/g, ' ') + file.text.slice(start, span.end);
}

function relocated(document: DataDocument, move: (location: Location) => Location): DataDocument {
  return {
    ...document,
    file: move(document.locate([])).file,
    syntax: document.syntax,
    value: document.value,
    locate: (path, part) => move(document.locate(path, part)),
    has: (path) => document.has(path),
    rawText: (path) => document.rawText(path),
    at: (path) => relocated(document.at(path), move),
    comments: document.comments.map(({ text, location }) => ({ text, location: move(location) })),
  };
}
