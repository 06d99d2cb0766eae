import type { DataDocument } from '../../syntax/data/index.ts';
import { embeddedShippers } from '../cluster-objects.ts';
import { rootNode } from '../data-node.ts';

/** A file in Fluentd's own grammar; a ConfigMap that holds such texts. A ConfigMap with Fluent Bit's is that one's. */
export function detect(document: DataDocument): boolean {
  if (document.syntax === 'fluentd') return true;
  const root = rootNode(document);
  if (!root.get('apiVersion').exists || embeddedShippers(root, 'fluent-bit').length > 0) return false;
  return embeddedShippers(root, 'fluentd').length > 0;
}
