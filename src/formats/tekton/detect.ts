import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';

/** An object of Tekton, or of its triggers. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  return (
    /^(?:triggers\.)?tekton\.dev\//.test(root.get('apiVersion').text ?? '') &&
    root.get('kind').text !== undefined
  );
}
