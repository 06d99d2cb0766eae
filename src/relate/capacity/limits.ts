import {
  known,
  valueOf,
  type AskedFacts,
  type ResourceLimitFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { groupBy, type Subjects } from '../subjects.ts';
import { askedBy, isLasting } from './asked.ts';

/** Workloads by their environment and namespace. */
export type InNamespaces = ReadonlyMap<string, readonly SubjectOf<'workload'>[]>;

export function indexAsked(subjects: Subjects): InNamespaces {
  if (subjects.of('resource-limit').length === 0) return new Map();
  return groupBy(subjects.of('workload'), ({ facts, environment }) => {
    const namespace = valueOf(facts.namespace);
    return namespace === undefined ? [] : [keyOf(environment, namespace)];
  });
}

function keyOf(environment: string | undefined, namespace: string): string {
  return JSON.stringify([environment ?? null, namespace]);
}

/** A quota with what its namespace asks for; what a cluster may get is for the environments. */
export function askedOfLimit(
  limit: SubjectOf<'resource-limit'>,
  workloads: InNamespaces,
): SubjectOf<'resource-limit'> {
  const namespace = valueOf(limit.facts.namespace);
  const all = namespace == null ? [] : (workloads.get(keyOf(limit.environment, namespace)) ?? []);
  if (all.length === 0) return limit;
  const lasting = all.filter(isLasting);
  const resources = (['cpu', 'memory', 'pods'] as const).filter((one) => limit.facts[one].value !== null);
  return {
    ...limit,
    facts: {
      ...limit.facts,
      asked: resources.map((resource): AskedFacts => askedBy(lasting, resource)),
      refused: all.flatMap((workload) => refusedOf(workload, limit.facts)),
    },
  };
}

/** A quota on a resource refuses pods of which a container does not say how much of it it asks for. */
function refusedOf(
  { name, facts }: SubjectOf<'workload'>,
  limits: ResourceLimitFacts,
): ResourceLimitFacts['refused'] {
  return facts.containers.flatMap((container) => {
    const silent = (['cpu', 'memory'] as const).filter(
      (one) => limits[one].value !== null && container.requests[one].value === null,
    );
    const at = container.requests.cpu.at ?? container.image.at;
    return silent.length === 0
      ? []
      : [
          {
            container: known(
              `Container ${container.name} of ${name} asks for no ${silent.join(' and no ')}`,
              at,
            ),
          },
        ];
  });
}
