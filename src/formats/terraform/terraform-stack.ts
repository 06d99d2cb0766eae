import { present, Stack, valueParts, type Part, type Resource, type Value } from '../../cloud/index.ts';
import type { RelatedLocation } from '../../source/index.ts';
import type { EvaluatedBlock, EvaluatedModule, EvaluatedResource } from './evaluate/index.ts';

/** A root module as it is applied to one environment. */
export class TerraformStack extends Stack {
  readonly module: EvaluatedModule;

  /** `path`: the root's folder, or the variable file that makes one of several stacks of a folder. */
  constructor(module: EvaluatedModule, path: string, environment: string | undefined) {
    super({ format: 'terraform', path, environment, resources: module.resources.map(resourceOf) });
    this.module = module;
  }
}

function resourceOf(evaluated: EvaluatedResource): Resource {
  const { address, mode, type, name, uncertain } = evaluated;
  return {
    ...blockPart(evaluated.block, evaluated.callChain),
    ...(uncertain !== undefined && { uncertain }),
    address,
    type: mode === 'managed' ? type : `${mode}.${type}`,
    name,
    managed: mode === 'managed',
  };
}

/** A block as a part, reached by some module calls. */
export function blockPart(block: EvaluatedBlock, related: readonly RelatedLocation[] = []): Part {
  const get = (name: string): Value | undefined => present(block.attributes.get(name));
  return {
    at: block.location,
    related,
    ...(block.uncertain !== undefined && { uncertain: block.uncertain }),
    names: () => [...new Set([...block.attributes.keys(), ...block.blocks.map(({ type }) => type)])],
    get,
    parts: (name) => {
      const blocks = block.blocks.filter(({ type }) => type === name);
      if (blocks.length > 0) return blocks.map((child) => blockPart(child, related));
      const value = get(name);
      return value ? valueParts(value, related) : [];
    },
  };
}
