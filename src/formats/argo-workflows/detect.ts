import type { DataDocument } from '../../syntax/data/index.ts';
import { isArgoWorkflow } from '../cluster-objects.ts';
import { rootNode } from '../data-node.ts';

/** An object of Argo that is a workflow, holds templates of such, or starts one. */
export function detect(document: DataDocument): boolean {
  return isArgoWorkflow(rootNode(document));
}
