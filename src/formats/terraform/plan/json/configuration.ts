import type { DataNode } from '../../../data-node.ts';
import { withoutKeys } from '../terraform-plan.ts';

/** What an attribute is set to, or the blocks of a name are; several nodes where it is not told which of them is meant. */
export type Written = readonly DataNode[];

export interface DeclaredResource {
  readonly expressions: Written;
  readonly repeated: boolean;
}

/** The configuration in a plan: what is declared, and which names its expressions refer to. Values are not in it. */
export class PlanConfiguration {
  readonly resources: ReadonlyMap<string, DeclaredResource>;
  /** Modules by their addresses without keys, `''` for the root, each with the call of it. */
  readonly modules: ReadonlyMap<string, PlanModule>;

  constructor(root: DataNode) {
    const resources = new Map<string, DeclaredResource>();
    const modules = new Map<string, PlanModule>();
    collect({ node: root, call: undefined, repeated: false }, '', resources, modules);
    this.resources = resources;
    this.modules = modules;
  }

  /** Undefined when the plan does not tell what its configuration says of a resource. */
  expressionsOf(address: string): Written | undefined {
    return this.resources.get(withoutKeys(address))?.expressions;
  }
}

export interface PlanModule {
  readonly node: DataNode;
  readonly call: DataNode | undefined;
  readonly repeated: boolean;
}

function collect(
  module: PlanModule,
  address: string,
  resources: Map<string, DeclaredResource>,
  modules: Map<string, PlanModule>,
): void {
  const { node } = module;
  modules.set(address, module);
  const prefix = address === '' ? '' : `${address}.`;
  for (const resource of node.get('resources').items()) {
    const name = resource.get('address').text;
    if (name === undefined) continue;
    const repeated = module.repeated || repeats(resource);
    resources.set(prefix + name, { expressions: [resource.get('expressions')], repeated });
  }
  for (const [name, call] of node.get('module_calls').entries()) {
    const inner = { node: call.get('module'), call, repeated: module.repeated || repeats(call) };
    collect(inner, `${prefix}module.${name}`, resources, modules);
  }
}

function repeats(node: DataNode): boolean {
  return node.get('count_expression').exists || node.get('for_each_expression').exists;
}

/** What is written one step further: in a block, in each of several blocks, or in the same expression. */
export function stepInto(written: Written | undefined, key: string | number): Written | undefined {
  if (typeof key === 'number' || !written) return written;
  return written.flatMap((node) => {
    if (isExpression(node)) return [node];
    const next = node.get(key);
    if (next.isList) return next.items();
    return next.exists ? [next] : [];
  });
}

/** The names that expressions refer to, without those that are only the beginning of another. */
export function referencesIn(written: Written | undefined): readonly string[] {
  const names = new Set((written ?? []).flatMap((node) => node.get('references').texts()));
  return [...names].filter(
    (name) => ![...names].some((other) => other.startsWith(`${name}.`) || other.startsWith(`${name}[`)),
  );
}

function isExpression(node: DataNode): boolean {
  return node.get('references').isList || node.has('constant_value');
}
