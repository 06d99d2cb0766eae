import {
  present,
  Stack,
  textOf,
  valueParts,
  type Part,
  type Resource,
  type Value,
} from '../../cloud/index.ts';
import type { RelatedLocation } from '../../source/index.ts';
import type { EvaluatedBlock, EvaluatedModule, EvaluatedResource } from './evaluate/index.ts';

/** A root module as it is applied to one environment. */
export class TerraformStack extends Stack {
  readonly module: EvaluatedModule;

  /** `path`: the root's folder, or the variable file that makes one of several stacks of a folder. */
  constructor(module: EvaluatedModule, path: string, environment: string | undefined) {
    super({
      format: 'terraform',
      path,
      environment,
      resources: module.resources.map((each) => resourceOf(each, module)),
    });
    this.module = module;
  }
}

function resourceOf(evaluated: EvaluatedResource, module: EvaluatedModule): Resource {
  const { address, mode, type, name, uncertain } = evaluated;
  return {
    ...blockPart(evaluated.block, evaluated.callChain),
    ...(uncertain !== undefined && { uncertain }),
    address,
    type: mode === 'managed' ? type : `${mode}.${type}`,
    name,
    managed: mode === 'managed',
    configurations: () => configurationsOf(evaluated, module),
  };
}

/** Of the root's, that which a resource of the root names; which one a module is given is for its call to say. */
function configurationsOf(
  { provider, type, module: address }: EvaluatedResource,
  { providers }: EvaluatedModule,
): readonly Part[] {
  const [name, alias] = (provider ?? type.slice(0, type.indexOf('_'))).split('.');
  const own = providers.filter(({ labels }) => labels[0] === name).map((block) => blockPart(block));
  if (address !== '') return own;
  return own.filter((part) => {
    const value = part.get('alias');
    return (value && textOf(value)) === alias;
  });
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
