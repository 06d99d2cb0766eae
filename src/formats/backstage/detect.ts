import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';

export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  return (
    root.get('apiVersion').text?.startsWith('backstage.io/') === true && root.get('kind').text !== undefined
  );
}
