import type { DataDocument } from '../../syntax/data/index.ts';
import { heldTexts } from '../cluster-objects.ts';
import { rootNode } from '../data-node.ts';

/** Limits of Loki, or its schema beside what stores it: Tempo, Mimir and Cortex call theirs otherwise; Promtail has clients. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  if (root.get('apiVersion').exists) return heldTexts(root, 'loki').length > 0;
  if (root.get('clients').exists || root.get('client').exists) return false;
  if (root.get('limits_config').isMap) return true;
  const stores = ['storage_config', 'common', 'ingester'].some((key) => root.get(key).isMap);
  return stores && root.get('schema_config', 'configs').isList;
}
