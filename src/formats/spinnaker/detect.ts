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
  const all = root.isList ? root.items().slice(0, MAX_PIPELINES) : [root, root.get('pipeline')];
  return all.filter(isPipeline);
}

/** Its stages refer to each other; those of a run have tasks. */
function isPipeline(node: DataNode): boolean {
  const [first] = node.get('stages').items();
  if (!first?.get('type').text || first.has('tasks')) return false;
  return first.has('refId') && first.get('requisiteStageRefIds').isList;
}
