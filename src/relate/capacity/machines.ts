import { machineOf, type Machine } from '../../cloud/index.ts';
import { isUnknown, known, unknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { relatedTo } from '../facts.ts';
import { inUnits, rounded } from './asked.ts';

/** Machines of a cluster that are alike, by the files or by the plan. */
interface Pool {
  readonly name: string;
  readonly size: Fact<string | null>;
  readonly count: Fact<number>;
  readonly location: SubjectOf<'cloud-service'>['location'];
}

/** What machines of an environment have of a resource. */
export interface Carried {
  readonly total: Fact<number | null>;
  readonly arithmetic: string;
  readonly largest: Fact<number | null>;
  /** How many there are at most; undefined where that is not known. */
  readonly machines: number | undefined;
}

/** Managed Kubernetes; tasks of ECS and Cloud Run are no workloads of manifests. */
const CLUSTERS: ReadonlySet<string> = new Set(['eks', 'aks', 'gke']);

/** Pools that the files make, else those that the plan lists. */
export function poolsOf(
  environment: SubjectOf<'plan-environment'>,
  services: readonly SubjectOf<'cloud-service'>[],
): readonly Pool[] {
  const made = services.filter(
    ({ facts }) => facts.most.value !== 0 && (valueOf(facts.services) ?? []).some((one) => CLUSTERS.has(one)),
  );
  if (made.length > 0)
    return made.map(({ name, facts, location }) => ({
      name,
      size: facts.size,
      count: facts.most,
      location,
    }));
  return environment.facts.services
    .filter(({ service }) => CLUSTERS.has((valueOf(service) ?? '').toLowerCase()))
    .map(({ service, size, count }) => ({
      name: valueOf(service) ?? '',
      size,
      count:
        count.value === null ? unknown('the plan does not say how many machines there are') : numbered(count),
      location: service.at ?? environment.location,
    }));
}

function numbered({ value, at }: Fact<number | null>): Fact<number> {
  return typeof value === 'number'
    ? known(value, at)
    : unknown('how many machines there are is not known', at);
}

/** What Karpenter may add: without a limit, as much as anyone asks for. */
export function carriedBy(
  pools: readonly Pool[],
  added: readonly SubjectOf<'resource-limit'>[],
  resource: 'cpu' | 'memory',
): Carried {
  if (pools.length === 0)
    return { total: known(null), arithmetic: '', largest: known(null), machines: undefined };
  const [first] = pools;
  const sizes = pools.map(sizeOf);
  const open = sizes.find((one) => 'reason' in one);
  const extra = added.map(({ facts }) => facts[resource]);
  const unlimited = extra.find((fact) => typeof fact.value !== 'number');
  const machines = pools.reduce<number | undefined>((sum, { count }) => {
    const one = valueOf(count);
    return sum === undefined || one === undefined ? undefined : sum + one;
  }, 0);
  if (open || unlimited) {
    const reason = open && 'reason' in open ? open.reason : 'Karpenter adds machines without a known limit';
    const lost = unknown(reason, first?.location);
    return { total: lost, arithmetic: '', largest: lost, machines: added.length > 0 ? undefined : machines };
  }
  const sized = sizes.filter((one) => 'machine' in one);
  const of = ({ cores, memoryGib }: Machine): number => (resource === 'cpu' ? cores : memoryGib);
  const grown = extra.reduce((sum, fact) => sum + inUnits(valueOf(fact) ?? 0, resource), 0);
  const total = sized.reduce((sum, { count, machine }) => sum + count * of(machine), grown);
  const terms = sized.map(
    ({ name, type, count, machine }) => `${name} ${count} × ${type} (${rounded(of(machine))})`,
  );
  if (grown > 0) terms.push(`Karpenter ${rounded(grown)}`);
  const places = relatedTo(pools, 'these machines carry it');
  return {
    total: known(rounded(total), first?.location, places.slice(1)),
    arithmetic: terms.join(', '),
    // What Karpenter adds has whatever size is asked for.
    largest: known(
      added.length > 0 ? null : Math.max(...sized.map(({ machine }) => of(machine))),
      first?.location,
    ),
    machines: added.length > 0 ? undefined : machines,
  };
}

interface Sized {
  readonly name: string;
  readonly type: string;
  readonly count: number;
  readonly machine: Machine;
}

function sizeOf({ name, size, count }: Pool): Sized | { readonly reason: string } {
  if (isUnknown(size.value))
    return { reason: `how large the machines of ${name} are is not known: ${size.value.unknown}` };
  if (isUnknown(count.value))
    return { reason: `how many machines ${name} has is not known: ${count.value.unknown}` };
  const type = size.value;
  if (type === null) return { reason: `how large the machines of ${name} are is not said` };
  const machine = machineOf(type);
  return machine
    ? { name, type, count: count.value, machine }
    : { reason: `the table of machines does not have ${type.slice(0, 60)}` };
}
