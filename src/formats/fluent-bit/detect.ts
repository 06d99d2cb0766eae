import type { DataDocument } from '../../syntax/data/index.ts';
import { embeddedShippers } from '../cluster-objects.ts';
import { rootNode } from '../data-node.ts';

/** A classic file, whose syntax is its own; YAML with a pipeline of lists; a ConfigMap that holds such texts. */
export function detect(document: DataDocument): boolean {
  if (document.syntax === 'fluent-bit') return true;
  const root = rootNode(document);
  if (root.get('apiVersion').exists) return embeddedShippers(root, 'fluent-bit').length > 0;
  const pipeline = root.get('pipeline');
  return pipeline.get('inputs').isList || pipeline.get('outputs').isList;
}
