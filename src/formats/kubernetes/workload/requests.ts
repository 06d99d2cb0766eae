import { requestsOf, type ContainerFacts, type RequestFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { KubernetesObject } from '../object.ts';
import { quantityFact } from '../read.ts';

type Resource = keyof RequestFacts;

/** What a container asks for: its request, else its limit, else what its namespace's LimitRange gives it. */
export function requestsIn(
  container: DataNode,
  limits: KubernetesObject | undefined,
): ContainerFacts['requests'] {
  const of = (resource: Resource): ContainerFacts['requests'][Resource] =>
    quantityFact(
      statedIn(container, resource) ??
        defaultOf(limits, resource, 'defaultRequest', 'default') ??
        container.get('resources', 'requests', resource),
      null,
    );
  return { cpu: of('cpu'), memory: of('memory') };
}

/** What is said of the pod as a whole goes before the sum of its containers. */
export function podRequests(pod: DataNode, containers: Parameters<typeof requestsOf>[0]): RequestFacts {
  const sums = requestsOf(containers);
  const [cpu, memory] = [statedIn(pod, 'cpu'), statedIn(pod, 'memory')];
  return {
    cpu: cpu ? quantityFact(cpu, 0) : sums.cpu,
    memory: memory ? quantityFact(memory, 0) : sums.memory,
  };
}

/** What a LimitRange gives to containers that say nothing; the first of its keys that it has. */
export function defaultOf(
  limits: KubernetesObject | undefined,
  resource: Resource,
  ...keys: readonly string[]
): DataNode | undefined {
  const items = limits?.root.get('spec', 'limits').items() ?? [];
  return items
    .filter((item) => item.get('type').text === 'Container')
    .flatMap((item) => keys.map((key) => item.get(key, resource)))
    .find((node) => node.exists);
}

function statedIn(holder: DataNode, resource: Resource): DataNode | undefined {
  return ['requests', 'limits']
    .map((key) => holder.get('resources', key, resource))
    .find((node) => node.exists);
}
