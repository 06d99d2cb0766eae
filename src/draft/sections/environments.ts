import { valueOf, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { componentOf, type DraftContext } from '../context.ts';
import { addressIn } from '../found/address.ts';
import { agreed } from '../found/agree.ts';
import type { FoundEnvironment } from '../found/environments.ts';
import { ownGroups } from '../found/groups.ts';
import { locatedFact, textAttribute, type Located } from '../found/subjects.ts';
import {
  mapping,
  note,
  scalar,
  sequence,
  type Mapping,
  type Node,
  type Remark,
  type Sequence,
} from '../text/node.ts';

/** The name of the environment of a draft where the files name none: the plan's schema wants one. */
export const UNNAMED = 'unnamed';

/** Environments that the files name; where they name none, one to be named that has all that there is. */
export function environments(context: DraftContext): Sequence | undefined {
  if (context.environments.length > 0)
    return sequence(context.environments.map((one) => environment(context, one)));
  return sequence([
    mapping({
      name: scalar(UNNAMED, [], 'nothing in the files'),
      ...purposeOf(undefined),
      todo: [
        {
          remark: 'TODO',
          text: 'Define all required environments (dev, staging, production): the files name none. Name this one, or take it apart.',
        },
      ],
      ...factsOf(context, undefined),
      infrastructure: sequence(
        context.found
          .of('stack')
          .map(({ facts, location }) => ({ path: facts.path || '.', at: location }))
          .filter(({ path }, index, all) => all.findIndex((other) => other.path === path) === index)
          .map(({ path, at }) => scalar(path, [at])),
      ),
    }),
  ]);
}

function environment(context: DraftContext, one: FoundEnvironment): Mapping | undefined {
  const { name, purpose, from, aliases, infrastructure, configuration } = one;
  return mapping({
    name: scalar(name, from.slice(0, 3)),
    aliases: aliases.length > 0 ? note(`files also call it ${aliases.join(', ')}.`) : undefined,
    ...purposeOf(purpose),
    ...factsOf(context, name),
    infrastructure: sequence([...infrastructure].map(([path, at]) => scalar(path, [at]))),
    configuration: sequence([
      ...[...configuration].map(([path, at]) => scalar(path, [at])),
      ...variableFiles(context, infrastructure).map(([path, at]) =>
        scalar(path, [at], 'the variable file of the folder'),
      ),
    ]),
  });
}

/** What it is for. A plan must say it; where no name does, the draft takes what asks for least, and says so. */
function purposeOf(purpose: FoundEnvironment['purpose']): Record<string, Node | readonly Remark[]> {
  if (purpose !== undefined) return { purpose: scalar(purpose, [], 'its name') };
  return {
    purpose: scalar('development', [], 'nothing in the files'),
    purposeTodo: [
      {
        remark: 'TODO',
        text: 'Define all required environments (dev, staging, production): state what this one is for; a plan must say it.',
        example: ['purpose: production'],
      },
    ],
  };
}

/** Files that Terraform takes variables from by itself, in an environment's own folders. */
function variableFiles(
  { files }: DraftContext,
  folders: FoundEnvironment['infrastructure'],
): readonly (readonly [path: string, at: Location])[] {
  return [...folders].flatMap(([folder, at]) =>
    files
      .filter(
        (path) =>
          path.startsWith(`${folder}/`) &&
          /^(?:terraform|[^/]+\.auto)\.tfvars(?:\.json)?$/.test(path.slice(folder.length + 1)),
      )
      .map((path) => [path, at] as const),
  );
}

/** What the stacks and resources of an environment say of it. */
function factsOf(context: DraftContext, name: string | undefined): Record<string, Node | Remark | undefined> {
  const stacks = context.found.of('stack').filter((one) => isOf(one, name));
  const resources = context.found
    .of('resource')
    .filter((one) => isOf(one, name) && one.format !== 'kubernetes');
  return {
    provider: severalClouds(context) ? agreed('the cloud', stacks.flatMap(cloudsOf)) : undefined,
    region: agreed('the region', regionsOf(stacks)),
    // Zones are those of one cloud.
    zones:
      new Set(stacks.flatMap(cloudsOf).map(({ value }) => value)).size > 1 ? undefined : zonesOf(resources),
    services: sequence(servicesOf(context, name)),
    network: mapping({
      cidr: cidrOf(context, name),
      securityGroups: name === undefined ? undefined : ownGroups(context.found, name),
    }),
  };
}

/** What has no environment is of the one without a name. */
function isOf({ environment: own }: { readonly environment?: string }, name: string | undefined): boolean {
  return own === name || (name === undefined && own === UNNAMED);
}

const CLOUDS: Readonly<Record<string, string>> = {
  aws: 'aws',
  azurerm: 'azure',
  google: 'gcp',
  'google-beta': 'gcp',
};

/** Clouds of a stack's providers; one that is in no table is none of the plan's words. */
export function cloudsOf({ facts, location }: SubjectOf<'stack'>): readonly Located<string>[] {
  const clouds = new Set(facts.providers.flatMap((provider) => CLOUDS[provider] ?? []));
  return [...clouds].sort().map((value) => ({ value, at: location }));
}

/** Where all are of one cloud, the plan says so once. */
function severalClouds({ found }: DraftContext): boolean {
  return (
    new Set(
      found
        .of('stack')
        .flatMap(cloudsOf)
        .map(({ value }) => value),
    ).size > 1
  );
}

function regionsOf(stacks: readonly SubjectOf<'stack'>[]): readonly Located<string>[] {
  return stacks.flatMap((stack) => {
    const regions = locatedFact(stack, stack.facts.regions);
    return (regions?.value ?? []).map((value) => ({ value, at: regions?.at ?? stack.location }));
  });
}

const SUBNETS: ReadonlySet<string> = new Set(['aws_subnet', 'AWS::EC2::Subnet']);

/** Zones that subnets name. */
function zonesOf(resources: readonly SubjectOf<'resource'>[]): Node | undefined {
  const zones = new Map<string, Location>();
  for (const resource of resources) {
    if (!SUBNETS.has(resource.facts.type)) continue;
    const zone = textAttribute(resource, 'availability_zone') ?? textAttribute(resource, 'AvailabilityZone');
    if (!zone) return undefined;
    if (!zones.has(zone.value)) zones.set(zone.value, zone.at);
  }
  if (zones.size === 0 || zones.size > 20) return undefined;
  return scalar(
    zones.size,
    [...zones.values()],
    `the zones ${[...zones.keys()].sort().join(', ')} of its subnets`,
  );
}

/** The addresses of an environment's one network. */
function cidrOf(context: DraftContext, name: string | undefined): Node | Remark | undefined {
  const spaces = context.found
    .of('address-space')
    .filter((one) => isOf(one, name) && one.facts.of === 'network');
  const blocks = spaces.flatMap((space) => {
    const fact = locatedFact(space, space.facts.blocks);
    return (fact?.value ?? []).map((value) => ({ value, at: fact?.at ?? space.location }));
  });
  return agreed(
    'the addresses of the network',
    blocks.filter(({ value }) => /^[\da-f.:]+\/\d{1,3}$/i.test(value)),
  );
}

interface Group {
  readonly service: string;
  readonly kind: string;
  readonly size: Located<string | null> | undefined;
  readonly storage: Located<number | null> | undefined;
  readonly at: Location[];
  /** Whose parts they are, with the places of those. */
  readonly components: Map<string, Location[]>;
  /** How many there are; undefined where one of them may be several. */
  count: number | undefined;
}

/** Services of the cloud with their sizes, those of one size together. */
function servicesOf(context: DraftContext, name: string | undefined): readonly (Node | undefined)[] {
  const groups = new Map<string, Group>();
  for (const one of context.found.of('cloud-service')) {
    const [service] = valueOf(one.facts.services) ?? [];
    if (!isOf(one, name) || service === undefined) continue;
    const size = locatedFact(one, one.facts.size);
    const storage = locatedFact(one, one.facts.storageGib);
    const key = JSON.stringify([service, size?.value, storage?.value]);
    const group = groups.get(key) ?? {
      ...{ service, kind: one.facts.type, size, storage, at: [], components: new Map<string, Location[]>() },
      count: 0,
    };
    groups.set(key, group);
    group.at.push(one.location);
    group.count = added(group.count, valueOf(one.facts.least), valueOf(one.facts.most));
    const component = componentOf(context, one.id) ?? byAddress(context, one.id);
    if (component)
      group.components.set(component.name, [...(group.components.get(component.name) ?? []), one.location]);
  }
  const all = [...groups.values()];
  // What holds others, as a cluster holds its pools, is none to count beside them.
  const counted = all.filter(
    ({ count, service }) => count !== 0 || !all.some((one) => one.service === service && one.count !== 0),
  );
  return counted.map(({ service, kind, size, storage, at, components, count }) =>
    mapping({
      service: scalar(service, at),
      kind: scalar(kind, [], `what ${service} is`),
      size: size?.value ? scalar(size.value, [size.at]) : undefined,
      count: count ? scalar(count, at, 'how many there are') : undefined,
      storageGib: storage?.value ? scalar(storage.value, [storage.at]) : undefined,
      components: sequence(
        [...components.keys()].sort().map((component) => scalar(component, components.get(component) ?? [])),
      ),
    }),
  );
}

function added(
  sum: number | undefined,
  least: number | undefined,
  most: number | undefined,
): number | undefined {
  return sum === undefined || least === undefined || least !== most ? undefined : sum + least;
}

function byAddress({ components, stacks }: DraftContext, id: string): { readonly name: string } | undefined {
  const address = addressIn(stacks, id);
  return address === undefined ? undefined : components.find(({ resources }) => resources.has(address));
}

/** Environments by name, for sections that speak of one. */
export function environmentNames({ environments: all }: DraftContext): readonly string[] {
  return all.length > 0 ? all.map(({ name }) => name) : [UNNAMED];
}

/** What belongs to an environment: its own, and where there is but the unnamed one, everything. */
export function isIn(subject: { readonly environment?: string }, name: string): boolean {
  return name === UNNAMED ? true : subject.environment === name;
}

/** The only production environment. */
export function productionOf({ environments: all }: DraftContext): string | undefined {
  const production = all.filter(({ purpose }) => purpose === 'production');
  return production.length === 1 ? production[0]?.name : undefined;
}
