import type { Part, Value } from '../../../cloud/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { rootNode } from '../../data-node.ts';
import { innerDocument } from '../../scalar-places.ts';
import { documentTree, scalarTree, treeDocument, valueTree, type Tree } from './tree.ts';

/** What an attribute is, as a tree. */
export function taken(part: Part, name: string): Tree | undefined {
  const value = part.get(name);
  return value && valueTree(value);
}

/**
 * The document that a text is: what `jsonencode` or `yamlencode` was given, else what the text holds. Of a file that is
 * read there is nothing, since it is a document of its own.
 */
export function encodedTree(value: Value | undefined): Tree | undefined {
  if (!value) return undefined;
  if ('encoded' in value) return valueTree(value.encoded.value);
  const document = textDocument(value);
  return document && documentTree(document);
}

function textDocument(value: Value): DataDocument | undefined {
  if (value.kind !== 'string' || value.sensitive || isOfFile(value)) return undefined;
  return innerDocument(rootNode(treeDocument(scalarTree(value.value, value.at))));
}

/** Where it is computed of a file, `file("shop.json")`, and that is one that is read as such. */
function isOfFile({ at: { file, span } }: Value): boolean {
  const written = file.text.slice(span.start, Math.min(span.end, span.start + 500));
  return /^\s*(?:template)?file\s*\(/.test(written) && /\.(?:json|ya?ml)"/.test(written);
}
