import type { DataNode } from '../../../data-node.ts';
import type { EvaluatedBlock, EvaluatedResource } from '../../evaluate/index.ts';
import { keySuffix } from '../../evaluate/instances/expansion.ts';
import type { PlanConfiguration } from './configuration.ts';
import { referenceOf } from './references.ts';
import { withoutOwnBlocks } from './block.ts';
import { plannedEntries, type FindReference } from './values.ts';

/** What becomes of each resource, by address; what is replaced and only waits for its removal does not count. */
function changesOf(root: DataNode): ReadonlyMap<string, DataNode> {
  const changes = new Map<string, DataNode>();
  for (const change of root.get('resource_changes').items()) {
    const address = change.get('address').text;
    if (address !== undefined && !change.get('deposed').exists) changes.set(address, change);
  }
  return changes;
}

export function resourcesOf(root: DataNode, configuration: PlanConfiguration): readonly EvaluatedResource[] {
  const changes = changesOf(root);
  const found = new Map<string, Found>();
  collect(root.get('prior_state', 'values', 'root_module'), '', ({ mode }) => mode === 'data', found);
  collect(root.get('planned_values', 'root_module'), '', () => true, found);
  if (!root.get('planned_values').exists) {
    for (const [address, change] of changes) {
      const values = change.get('change', 'after');
      if (values.isMap) found.set(address, foundIn(change, values, change.get('module_address').text ?? ''));
    }
  }
  const values = new Map([...found].map(([address, { values }]) => [address, values]));
  const exists = (address: string): boolean => values.has(address);
  return [...found].map(([address, each]) => {
    const place = { module: each.module, key: keySuffix(each.key) };
    const find: FindReference = (written, node) => {
      const reference = referenceOf(written, place, configuration, exists);
      if (!reference || !node.exists) return reference;
      // A text may be made of what it refers to; only when it is the same it is that.
      let read = values.get(reference.address);
      for (const key of reference.path) read = read?.get(String(key));
      return read?.value === node.value ? reference : undefined;
    };
    const change = changes.get(address)?.get('change');
    const entries = plannedEntries(
      {
        node: each.values,
        unknown: change?.get('after_unknown').value,
        sensitive: each.sensitive,
        written: configuration.expressionsOf(address),
        name: address,
      },
      find,
    );
    return resourceOf(address, each, entries);
  });
}

interface Found {
  readonly node: DataNode;
  readonly values: DataNode;
  readonly sensitive: unknown;
  readonly module: string;
  readonly mode: string | undefined;
  readonly key: string | number | undefined;
}

function collect(
  module: DataNode,
  address: string,
  wanted: (found: Found) => boolean,
  found: Map<string, Found>,
): void {
  for (const node of module.get('resources').items()) {
    const name = node.get('address').text;
    const each = foundIn(node, node.get('values'), address);
    if (name !== undefined && wanted(each)) found.set(name, each);
  }
  for (const child of module.get('child_modules').items()) {
    collect(child, child.get('address').text ?? address, wanted, found);
  }
}

function foundIn(node: DataNode, values: DataNode, module: string): Found {
  const index = node.get('index').value;
  return {
    node,
    values,
    sensitive: node.get('sensitive_values').value,
    module,
    mode: node.get('mode').text,
    key: typeof index === 'string' || typeof index === 'number' ? index : undefined,
  };
}

function resourceOf(
  address: string,
  found: Found,
  attributes: EvaluatedBlock['attributes'],
): EvaluatedResource {
  const { node, module, key } = found;
  const type = node.get('type').text ?? '';
  const name = node.get('name').text ?? '';
  const location = node.get('address').at;
  return {
    address,
    mode: found.mode === 'data' ? 'data' : 'managed',
    type,
    name,
    ...(key !== undefined && { key }),
    block: {
      ...withoutOwnBlocks,
      type: 'resource',
      labels: [type, name],
      attributes,
      location,
      bodyLocation: node.at,
    },
    module,
    directory: '',
    callChain: [],
    dependsOn: [],
  };
}
