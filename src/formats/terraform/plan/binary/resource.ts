import type { Value } from '../../../../cloud/index.ts';
import type { Location } from '../../../../source/index.ts';
import type { EvaluatedResource } from '../../evaluate/index.ts';

const ADDRESS =
  /^((?:module\.[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.)*)((?:data\.)?)([\w-]+)\.([\w-]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?$/;

/** A resource by its address alone. */
export function plannedResource(address: string, value: Value, at: Location): EvaluatedResource | undefined {
  const [, module = '', data = '', type = '', name = ''] = ADDRESS.exec(address) ?? [];
  if (type === '' || value.kind !== 'object') return undefined;
  return {
    address,
    mode: data === '' ? 'managed' : 'data',
    type,
    name,
    block: {
      type: 'resource',
      labels: [type, name],
      attributes: value.entries,
      attributeLocations: new Map(),
      blocks: [],
      location: at,
      bodyLocation: at,
    },
    module: module.replace(/\.$/, ''),
    directory: '',
    callChain: [],
    dependsOn: [],
  };
}
