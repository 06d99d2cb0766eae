import type { DataDocument } from '../../syntax/data/index.ts';
import { heldTexts } from '../cluster-objects.ts';
import { rootNode } from '../data-node.ts';

/** Sources or sinks, each with a type; sinks say what they take. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  if (root.get('apiVersion').exists) return heldTexts(root, 'vector').length > 0;
  const [sources, sinks] = [root.get('sources').entries(), root.get('sinks').entries()];
  if (sinks.some(([, sink]) => sink.get('type').text !== undefined && sink.get('inputs').isList)) return true;
  return sources.some(([, one]) => one.get('type').text !== undefined) && root.get('transforms').isMap;
}
