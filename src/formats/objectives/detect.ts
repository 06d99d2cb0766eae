import type { DataDocument } from '../../syntax/data/index.ts';
import { isObjective } from '../cluster-objects.ts';
import { rootNode } from '../data-node.ts';

/** Objects of OpenSLO, Nobl9, Sloth and Pyrra, and Sloth's own files. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  const sloth = root.get('version').text?.startsWith('prometheus/v1') === true && root.get('slos').isList;
  return sloth || isObjective(root);
}
