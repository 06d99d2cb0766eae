import type { Location } from '../../../../source/index.ts';
import type { EvaluatedModule, EvaluatedResource } from '../../evaluate/index.ts';
import { overlayBlock, placedAt } from './overlay.ts';
import { mergeProviders } from './providers.ts';
import { withoutKeys, type TerraformPlan } from '../terraform-plan.ts';

/**
 * A root module as it is planned: what will be there and with which values by the plan, the places by the code. What
 * the code has beyond the plan stays.
 */
export function mergePlan(source: EvaluatedModule, plan: Omit<TerraformPlan, 'alone'>): EvaluatedModule {
  const find = finderOf(source);
  const planned = plan.module.resources;
  const calls = new Map(source.moduleCalls.map((call) => [withoutKeys(call.address), call.location]));
  const seen = new Set<EvaluatedResource>();
  const merged = planned.map((resource) => {
    const written = find(resource.address);
    if (!written) return placed(resource, calls);
    seen.add(written);
    const { address, key, module } = resource;
    // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the plan tells whether it is there
    const { uncertain, key: _, ...known } = written;
    const block = overlayBlock(resource.block.attributes, written.block);
    return { ...known, address, module, ...(key !== undefined && { key }), block };
  });
  const covered = new Set(planned.map(({ address }) => withoutKeys(address)));
  const rest = source.resources.filter((resource) => !seen.has(resource) && isLeft(resource, plan, covered));
  return {
    ...source,
    code: source.code ?? source,
    resources: [...merged, ...rest],
    providers: mergeProviders(source.providers, plan.module.providers),
  };
}

/** Not in the plan: none of it is wanted, or the plan does not speak of it. */
function isLeft(
  { address }: EvaluatedResource,
  plan: Omit<TerraformPlan, 'alone'>,
  covered: ReadonlySet<string>,
): boolean {
  const name = withoutKeys(address);
  if (covered.has(name)) return !plan.complete;
  return !(plan.complete && plan.declared.get(name)?.repeated === true);
}

/** By its address; else, where the code does not tell how many there are, by that without keys. */
function finderOf({ resources }: EvaluatedModule): (address: string) => EvaluatedResource | undefined {
  const exact = new Map(resources.map((resource) => [resource.address, resource]));
  const likes = new Map<string, EvaluatedResource>();
  for (const resource of resources) {
    const name = withoutKeys(resource.address);
    if (!likes.has(name)) likes.set(name, resource);
  }
  return (address) => exact.get(address) ?? likes.get(withoutKeys(address));
}

/** What is made by a module whose code is not here stands where that is called. */
function placed(resource: EvaluatedResource, calls: ReadonlyMap<string, Location>): EvaluatedResource {
  for (let module = withoutKeys(resource.module); module !== ''; module = outerOf(module)) {
    const location = calls.get(module);
    if (!location) continue;
    const attributes = placedAt(resource.block.attributes, location);
    return { ...resource, block: { ...resource.block, attributes, location, bodyLocation: location } };
  }
  return resource;
}

function outerOf(module: string): string {
  return module.slice(0, Math.max(0, module.lastIndexOf('.module.')));
}
