import { valueOf, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { attribute, type Found } from './subjects.ts';

/** Names of components that others are told to call, by who is told, with the place. */
export type Dependencies = ReadonlyMap<string, ReadonlyMap<string, Location>>;

/** Formats that say who needs whom. Lines of other diagrams run where data goes as often as where calls go. */
const DIRECTED: ReadonlySet<string> = new Set(['compose', 'backstage', 'structurizr']);

/**
 * What models and files of Compose say, and what workloads' variables name: addresses of other components, by their names or
 * those of Services before them.
 */
export function dependenciesOf(
  found: Found,
  components: ReadonlyMap<string, readonly string[]>,
): Dependencies {
  const owners = new Map([...components].flatMap(([name, ids]) => ids.map((id) => [id, name] as const)));
  const called = calledNames(found, components, owners);
  const dependencies = new Map<string, Map<string, Location>>();
  const add = (owner: string, target: string | undefined, at: Location): void => {
    if (target === undefined || target === owner) return;
    const own = dependencies.get(owner) ?? new Map<string, Location>();
    if (!own.has(target)) own.set(target, at);
    dependencies.set(owner, own);
  };
  for (const drawn of found.of('architecture-component')) {
    if (!DIRECTED.has(drawn.format)) continue;
    const owner = owners.get(drawn.id) ?? called.get(drawn.name);
    if (owner === undefined) continue;
    for (const { name } of drawn.facts.dependsOn)
      add(owner, called.get(valueOf(name) ?? ''), name.at ?? drawn.location);
  }
  for (const resource of found.of('resource')) {
    const owner = owners.get(resource.id);
    if (owner === undefined) continue;
    for (const { value, at } of variablesOf(resource)) add(owner, called.get(hostIn(value) ?? ''), at);
  }
  return new Map(
    [...dependencies].map(([name, own]) => [name, new Map([...own].sort(([a], [b]) => (a < b ? -1 : 1)))]),
  );
}

/** Components by the names that they are called by; a name that leads to several leads to none. */
function calledNames(
  found: Found,
  components: ReadonlyMap<string, readonly string[]>,
  owners: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const called = new Map<string, string | null>();
  const add = (name: string, component: string): void => {
    const before = called.get(name);
    called.set(name, before === undefined || before === component ? component : null);
  };
  const workloads = found.of('workload').flatMap((workload) => {
    const owner = owners.get(workload.id);
    return owner === undefined ? [] : [{ owner, labels: workload.facts.labels }];
  });
  for (const service of found.of('cluster-service')) {
    const selector = Object.entries(service.facts.selector);
    if (selector.length === 0) continue;
    for (const { owner, labels } of workloads)
      if (selector.every(([label, value]) => labels[label] === value)) add(service.name, owner);
  }
  for (const name of components.keys()) if (!called.has(name)) add(name, name);
  return new Map([...called].flatMap(([name, one]) => (one === null ? [] : [[name, one] as const])));
}

/** Variables of the containers of a workload. */
function variablesOf(
  resource: SubjectOf<'resource'>,
): readonly { readonly value: string; readonly at: Location }[] {
  const template = attribute(resource, 'spec', 'jobTemplate')
    ? ['spec', 'jobTemplate', 'spec', 'template']
    : ['spec', 'template'];
  const containers = [...template, 'spec', 'containers'];
  return lengthOf(resource, containers).flatMap((container) =>
    lengthOf(resource, [...containers, container, 'env']).flatMap((variable) => {
      const found = attribute(resource, ...containers, container, 'env', variable, 'value');
      return found && typeof found.value === 'string' ? [{ value: found.value, at: found.at }] : [];
    }),
  );
}

function lengthOf(resource: SubjectOf<'resource'>, path: readonly (string | number)[]): readonly number[] {
  const list = attribute(resource, ...path)?.value;
  return Array.isArray(list) ? list.map((_, index) => index) : [];
}

/** The first label of the host that an address names: `checkout` of `http://checkout.shop.svc:8080/`. */
function hostIn(value: string): string | undefined {
  if (value.length > 2000) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:(?:[a-z]+:)?\/\/(?:[^@/\s]*@)?([a-z0-9-]+)(?:[.:/?]|$)/i.exec(value);
  const pair = /^([a-z0-9-]+)(?:\.[a-z0-9.-]+)?:\d{1,5}(?:\/|$)/i.exec(value);
  return (address ?? pair)?.[1]?.toLowerCase();
}
