import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

/** Files of this name are read by Bitbucket; those that share pipelines end in it. */
const NAMED = /(?:^|\/)[^/]*pipelines\.ya?ml$/;

/** Enough pipelines and entries to tell what a file is. */
const SAMPLE = 20;

/** By a name that ends in `pipelines.yml` and pipelines in it, elsewhere by entries that only pipelines of Bitbucket have. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  if (root.get('kind').exists && root.get('apiVersion').exists) return false;
  const pipelines = [root.get('pipelines'), root.get('definitions', 'pipelines')];
  if (/(?:^|\/)bitbucket-pipelines\.ya?ml$/.test(document.file.path))
    return pipelines.some(({ isMap }) => isMap);
  const lists = pipelines.flatMap((node) => [
    ...valuesOf(node),
    ...valuesOf(node).flatMap((inner) => valuesOf(inner)),
  ]);
  return lists.some((list) => hasEntries(list) || (NAMED.test(document.file.path) && isImport(list)));
}

const valuesOf = (node: DataNode): readonly DataNode[] =>
  node
    .entries()
    .slice(0, SAMPLE)
    .map(([, value]) => value);

const isImport = (node: DataNode): boolean => node.get('import').text !== undefined;

/** A list of steps, stages and groups, each below a key that says which of these it is. */
function hasEntries(list: DataNode): boolean {
  return list
    .items()
    .slice(0, SAMPLE)
    .some((item) => ['step', 'stage', 'parallel'].some((key) => item.get(key).isMap || item.get(key).isList));
}
