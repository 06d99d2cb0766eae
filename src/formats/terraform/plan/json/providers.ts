import type { Value } from '../../../../cloud/index.ts';
import type { DataNode } from '../../../data-node.ts';
import type { EvaluatedBlock, EvaluatedVariable } from '../../evaluate/index.ts';
import { withoutOwnBlocks } from './block.ts';
import { plannedValue } from './values.ts';

/** Providers of the root module; the plan tells what is constant or a variable of them. */
export function providersOf(root: DataNode): readonly EvaluatedBlock[] {
  const entries = root.get('configuration', 'provider_config').entries();
  return entries.filter(([key]) => !key.includes(':')).map(([key, node]) => providerOf(key, node, root));
}

function providerOf(key: string, node: DataNode, root: DataNode): EvaluatedBlock {
  const attributes = new Map<string, Value>();
  const alias = node.get('alias');
  if (alias.exists) attributes.set('alias', valueOf(alias, ''));
  for (const [name, expression] of node.get('expressions').entries()) {
    const constant = constantOf(expression, root);
    if (constant.exists) attributes.set(name, valueOf(constant, ''));
    else attributes.set(name, untold(expression, `the plan does not tell ${name} of the provider ${key}`));
  }
  return {
    ...withoutOwnBlocks,
    type: 'provider',
    labels: [node.get('name').text ?? key],
    attributes,
    location: node.header,
    bodyLocation: node.at,
  };
}

function constantOf(expression: DataNode, root: DataNode): DataNode {
  const [name, ...others] = expression.get('references').texts();
  const variable = /^var\.([\w-]+)$/.exec(name ?? '')?.[1];
  if (variable === undefined || others.length > 0) return expression.get('constant_value');
  return root.get('variables', variable, 'value');
}

/** The root module's variables, with the values that the plan was made with. */
export function variablesOf(root: DataNode): ReadonlyMap<string, EvaluatedVariable> {
  return new Map(
    root
      .get('variables')
      .entries()
      .map(([name, node]) => {
        const value = valueOf(node.get('value'), `var.${name}`);
        return [name, { name, value, location: node.header, given: 'file' }];
      }),
  );
}

function valueOf(node: DataNode, name: string): Value {
  if (!node.exists) return untold(node, `the plan does not tell ${name}`);
  return plannedValue(
    { node, unknown: undefined, sensitive: undefined, written: undefined, name },
    () => undefined,
  );
}

function untold({ at }: DataNode, reason: string): Value {
  return { kind: 'unknown', at, chain: [], reason };
}
