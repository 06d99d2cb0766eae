import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

/** More pipelines than a team has. */
const MAX_PIPELINES = 1000;

export function detect(document: DataDocument): boolean {
  return pipelinesIn(document).length > 0;
}

/** A document is one pipeline, several, or what wraps one: a template, an answer of the API. */
export function pipelinesIn(document: DataDocument): readonly DataNode[] {
  const root = rootNode(document);
  if (!root.isList) return [root, root.get('pipeline')].filter(isPipeline);
  const all = Array.isArray(root.value) && hasStages(root.value[0]) ? root.items() : [];
  return all.slice(0, MAX_PIPELINES).filter(isPipeline);
}

/** A list of anything else is not gone through. */
function hasStages(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'stages');
}

/** Its stages refer to each other; those of a run have tasks. */
function isPipeline(node: DataNode): boolean {
  const [first] = node.get('stages').items();
  if (!first?.get('type').text || first.has('tasks')) return false;
  return first.has('refId') && first.get('requisiteStageRefIds').isList;
}
