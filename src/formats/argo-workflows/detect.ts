import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';

const KINDS: ReadonlySet<string> = new Set([
  'Workflow',
  'CronWorkflow',
  'WorkflowTemplate',
  'ClusterWorkflowTemplate',
  'Sensor',
]);

/** An object of Argo that is a workflow, holds templates of such, or starts one. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  return (
    KINDS.has(root.get('kind').text ?? '') &&
    (root.get('apiVersion').text?.startsWith('argoproj.io/') ?? false)
  );
}
