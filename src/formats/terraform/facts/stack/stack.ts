import { known, unknown, valueOf, type Fact, type SubjectOf } from '../../../../model/index.ts';
import type { Location } from '../../../../source/index.ts';
import { text, type Part } from '../../../../cloud/index.ts';

import { blockPart, type TerraformStack } from '../../terraform-stack.ts';
/** Attributes that say where a provider works; Azure's resource groups say it themselves. */
const REGION_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws', ['region']],
  ['google', ['region', 'zone']],
  ['google-beta', ['region', 'zone']],
]);

/** One subject for the whole stack. */
export function stackSubjects(stack: TerraformStack): readonly SubjectOf<'stack'>[] {
  const at = startOf(stack);
  if (!at) return [];
  const managed = stack.resources.filter(({ managed }) => managed);
  // Addresses of module calls stand for what is in code that is not here.
  const unread = stack.module.moduleCalls.filter(({ resolved }) => resolved === undefined);
  const subject = stack.subject(
    'stack',
    { address: '', at },
    {
      tool: 'terraform',
      path: stack.path,
      providers: providersOf(stack),
      toolVersion: toolVersionOf(stack, at),
      regions: regionsOf(stack, at),
      resourceCount: managed.length,
      resources: [...managed.map(({ address }) => address), ...unread.map(({ address }) => address)],
    },
  );
  return [{ ...subject, id: stack.path || '.', name: stack.path || '.' }];
}

/** The first thing in the root that is worth pointing at; nothing when it only has variables and outputs. */
export function startOf({ module }: TerraformStack): Location | undefined {
  return (
    module.terraformBlocks[0]?.location ??
    module.providers[0]?.location ??
    module.resources.find(({ module: address }) => address === '')?.block.location ??
    module.moduleCalls[0]?.location
  );
}

function providersOf(stack: TerraformStack): readonly string[] {
  const named = stack.module.providers.flatMap(({ labels }) => labels[0] ?? []);
  const used = stack.resources.map(
    ({ type }) => type.slice(type.lastIndexOf('.') + 1).split('_', 1)[0] ?? '',
  );
  return [...new Set([...named, ...used])].filter((name) => name !== 'terraform').sort();
}

function toolVersionOf({ module }: TerraformStack, at: Location): Fact<string | null> {
  for (const block of module.terraformBlocks) {
    const stated = text(blockPart(block), 'required_version');
    if (stated) return stated;
  }
  return known(null, at);
}

function regionsOf(stack: TerraformStack, at: Location): Fact<readonly string[]> {
  const stated = [
    ...stack.module.providers.flatMap((block) => {
      const attributes = REGION_ATTRIBUTES.get(block.labels[0] ?? '');
      return attributes ? [providerRegion(blockPart(block), attributes)] : [];
    }),
    ...stack.of('azurerm_resource_group').flatMap((group) => text(group, 'location') ?? []),
  ];
  const open = stated.find((fact) => valueOf(fact) === undefined);
  if (open) return open as Fact<never>;
  const [first] = stated;
  if (!first) return unknown('no provider with a region is configured here', at);
  const regions = new Set(stated.flatMap((fact) => valueOf(fact) ?? []));
  return known([...regions].sort(), first.at, first.related);
}

function providerRegion(provider: Part, attributes: readonly string[]): Fact<string> {
  for (const attribute of attributes) {
    const fact = text(provider, attribute);
    if (!fact) continue;
    const value = valueOf(fact);
    // A zone is its region and a letter: `europe-west1-b`.
    return attribute === 'zone' && value !== undefined
      ? { ...fact, value: value.replace(/-[a-z]$/, '') }
      : fact;
  }
  return unknown("the provider's region is set outside the files", provider.at);
}
