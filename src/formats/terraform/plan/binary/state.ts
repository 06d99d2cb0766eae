import { sourceFile, type Location } from '../../../../source/index.ts';
import { parseJson } from '../../../../syntax/json/index.ts';
import type { Archive } from '../../../../syntax/zip/index.ts';
import { rootNode } from '../../../data-node.ts';
import type { EvaluatedResource } from '../../evaluate/index.ts';
import { keySuffix } from '../../evaluate/instances/expansion.ts';
import { fromPlain } from '../../evaluate/values/plain.ts';
import { plannedResource } from './resource.ts';

/** What data sources read while the plan was made, which it keeps in its state. */
export function priorData({ file, entries }: Archive, at: Location): readonly EvaluatedResource[] {
  const bytes = entries.get('tfstate');
  const [document] = bytes ? parseJson(sourceFile(file.path, new TextDecoder().decode(bytes))).documents : [];
  if (!document) return [];
  return rootNode(document)
    .get('resources')
    .items()
    .filter((node) => node.get('mode').text === 'data')
    .flatMap((node) => {
      const module = node.get('module').text;
      const own = `data.${node.get('type').text ?? ''}.${node.get('name').text ?? ''}`;
      const base = module === undefined ? own : `${module}.${own}`;
      return node
        .get('instances')
        .items()
        .flatMap((instance) => {
          const { value: key } = instance.get('index_key');
          const address =
            base + keySuffix(typeof key === 'string' || typeof key === 'number' ? key : undefined);
          const { value } = instance.get('attributes');
          return plannedResource(address, fromPlain({ value }, at), at) ?? [];
        });
    });
}
