import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import { embeddedCollectors, isCollectorBody, isCollectorObject } from '../cluster-objects.ts';

/** A collector's own file, a Helm chart's values that hold one, or an object of a cluster that does. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  if (root.get('apiVersion').exists) return isCollectorObject(root) || embeddedCollectors(root).length > 0;
  return isCollectorBody(root) || root.get('config', 'service', 'pipelines').isMap;
}
