import { sourceFile } from '../../source/index.ts';
import { innerText, relocated, type DataDocument } from '../../syntax/data/index.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import type { DataNode } from '../data-node.ts';
import { scalarPlaces } from '../scalar-places.ts';

/**
 * The JSON or YAML that a text holds, with every place of it in the file around. The lines of a literal block stand
 * as they are written; of other texts each character is looked for.
 */
export function innerDocument(node: DataNode): DataDocument | undefined {
  const { text, at } = node;
  if (text === undefined) return undefined;
  const literal = at.file.text.startsWith('|', at.span.start);
  const inner = literal ? innerText(text, at) : { file: sourceFile(at.file.path, text), move: undefined };
  const parse = text.trimStart().startsWith('{') ? parseJson : parseYaml;
  const [document] = parse(inner.file).documents;
  const placeOf = scalarPlaces(node);
  return document && relocated(document, inner.move ?? (({ span }) => placeOf(span)));
}
