import { known, valueOf, type PlanDemandFacts, type SubjectOf } from '../../model/index.ts';
import { groupBy, type Subjects } from '../subjects.ts';
import { askedBy, isLasting, perPod, rounded } from './asked.ts';
import { carriedBy, poolsOf } from './machines.ts';

/** What the files have for each environment; `undefined` is the key of what belongs to none. */
export interface DemandIndex {
  readonly workloads: ReadonlyMap<string | undefined, readonly SubjectOf<'workload'>[]>;
  readonly services: ReadonlyMap<string | undefined, readonly SubjectOf<'cloud-service'>[]>;
  readonly growing: ReadonlyMap<string | undefined, readonly SubjectOf<'resource-limit'>[]>;
}

export function indexDemand(subjects: Subjects): DemandIndex {
  return {
    workloads: groupBy(subjects.of('workload').filter(isLasting), ({ environment }) => [environment]),
    services: groupBy(subjects.of('cloud-service'), ({ environment }) => [environment]),
    growing: groupBy(
      subjects.of('resource-limit').filter(({ facts }) => facts.namespace.value === null),
      ({ environment }) => [environment],
    ),
  };
}

const RESOURCES = [
  ['vcpu', 'cpu'],
  ['memory-gib', 'memory'],
] as const;

/** What the workloads of an environment ask for, beside the machines that it has. */
export function demandOf(
  environment: SubjectOf<'plan-environment'>,
  { workloads, services, growing }: DemandIndex,
): readonly PlanDemandFacts[] {
  const own = workloads.get(environment.name) ?? [];
  if (own.length === 0) return [];
  const pools = poolsOf(environment, services.get(environment.name) ?? []);
  const added = [...(growing.get(environment.name) ?? []), ...(growing.get(undefined) ?? [])];
  // Manifests that name no environment may be applied here, too.
  const [stray] = workloads.get(undefined) ?? [];
  return RESOURCES.map(([resource, name]) => {
    const carried = carriedBy(pools, added, name);
    const { total, arithmetic, open } = askedBy(own, name, carried.machines);
    const [largest] = own.toSorted((a, b) => (perPod(b, name) ?? 0) - (perPod(a, name) ?? 0));
    const place = largest?.facts.podRequests[name].at;
    const others = stray ? [`${stray.name}, whose environment the files do not tell`] : [];
    return {
      resource,
      total,
      arithmetic,
      open: known([...(valueOf(open) ?? []), ...others]),
      largestPod: known(rounded((largest && perPod(largest, name)) ?? 0), place),
      largestOf: known(largest?.name ?? '', place),
      nodes: carried.total,
      nodesArithmetic: known(carried.arithmetic),
      largestNode: carried.largest,
    };
  });
}
