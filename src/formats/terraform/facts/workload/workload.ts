import {
  known,
  requestsOf,
  unknown,
  valueOf,
  type Fact,
  type RolloutStrategy,
  type SubjectOf,
  type WorkloadFacts,
} from '../../../../model/index.ts';
import {
  bool,
  byDefault,
  number,
  partsOn,
  productionOf,
  text,
  textOf,
  type Part,
  type Resource,
  type Stack,
} from '../../../../cloud/index.ts';
import { containerFacts } from './container.ts';
import { loosened } from './loosened.ts';
import table from './kinds.json' with { type: 'json' };

/** Where a kind of workload has what, in the provider's words. */
interface Kind {
  readonly kind: string;
  /** The way to what has the pod's `metadata` and `spec`. */
  readonly pod: readonly string[];
  readonly strategy?: string;
  readonly replicas?: string;
  /** Old versions that are kept by default; absent where none are. */
  readonly revisions?: number;
}

const KINDS: readonly (readonly [type: string, kind: Kind])[] = Object.entries(table);

/** Workloads that Terraform makes in a cluster by the `kubernetes` provider. */
export function workloads(stack: Stack): readonly SubjectOf<'workload'>[] {
  return KINDS.flatMap(([type, kind]) =>
    [type, `${type}_v1`]
      .flatMap((name) => stack.of(name))
      .map((resource) => stack.subject('workload', resource, factsOf(stack, resource, kind))),
  );
}

function factsOf(stack: Stack, resource: Resource, kind: Kind): WorkloadFacts {
  const [spec = resource] = resource.parts('spec');
  const [template = resource] = kind.pod.length === 0 ? [resource] : partsOn(resource, kind.pod);
  const [pod = template] = template.parts('spec');
  const containers = [
    ...pod.parts('init_container').map((part) => containerFacts(part, pod, true)),
    ...pod.parts('container').map((part) => containerFacts(part, pod, false)),
  ];
  const replicas = replicasOf(resource, spec, kind);
  const namespace = textOn(resource, ['metadata', 'namespace']) ?? byDefault('default', resource);
  return {
    type: kind.kind,
    namespace,
    production: productionOf(stack, resource, [valueOf(namespace)]),
    labels: { ...labelsOf(template), ...labelsOf(resource) },
    replicas,
    mostReplicas: replicas,
    podRequests: requestsOf(containers),
    hostNetwork: bool(pod, 'host_network') ?? byDefault(false, pod),
    hostPid: bool(pod, 'host_pid') ?? byDefault(false, pod),
    hostIpc: bool(pod, 'host_ipc') ?? byDefault(false, pod),
    serviceAccount: text(pod, 'service_account_name') ?? byDefault('default', pod),
    serves: servesOf(pod),
    containers,
    strategy: strategyOf(resource, spec, kind),
    analysis: byDefault(false, resource),
    revisionHistoryLimit:
      kind.revisions === undefined
        ? unknown(`a ${kind.kind} keeps no old versions`, resource.at, resource.related)
        : (number(spec, 'revision_history_limit') ?? byDefault(kind.revisions, spec)),
    ...loosened(pod),
    tokenMounted: bool(pod, 'automount_service_account_token') ?? byDefault(true, pod),
  };
}

function textOn(resource: Resource, way: readonly string[]): Fact<string> | undefined {
  return partsOn(resource, way.slice(0, -1)).flatMap((part) => text(part, way.at(-1) ?? '') ?? [])[0];
}

function labelsOf(holder: Part): Readonly<Record<string, string>> {
  const entries = holder.parts('metadata').flatMap((metadata) => {
    const labels = metadata.get('labels');
    if (labels?.kind !== 'map' && labels?.kind !== 'object') return [];
    return [...labels.entries].flatMap(([name, value]) => {
      const label = textOf(value);
      return label === undefined ? [] : [[name, label] as const];
    });
  });
  return Object.fromEntries(entries);
}

function replicasOf(resource: Resource, spec: Part, kind: Kind): Fact<number> {
  if (kind.kind === 'DaemonSet')
    return unknown('a DaemonSet runs one pod on each node', resource.at, resource.related);
  return (kind.replicas === undefined ? undefined : number(spec, kind.replicas)) ?? byDefault(1, spec);
}

/** Does anyone call the pods? Only containers that name a port tell. */
function servesOf(pod: Part): Fact<boolean> {
  const [port] = pod.parts('container').flatMap((container) => container.parts('port'));
  return port ? byDefault(true, port) : unknown('no container names a port', pod.at, pod.related);
}

function strategyOf(resource: Resource, spec: Part, kind: Kind): Fact<RolloutStrategy> {
  if (kind.strategy === undefined)
    return unknown(`a ${kind.kind} is not replaced by a rollout`, resource.at, resource.related);
  const strategies = spec.parts(kind.strategy);
  const type = strategies.flatMap((part) => text(part, 'type') ?? [])[0];
  const down = strategies
    .flatMap((part) => part.parts('rolling_update'))
    .flatMap((part) => text(part, 'max_unavailable') ?? [])[0];
  // All pods of the old version may stop before one of the new is ready.
  if (down?.value === '100%' && (type === undefined || type.value === 'RollingUpdate'))
    return known('recreate', down.at, down.related);
  if (!type) return byDefault('rolling', spec);
  if (type.value === 'RollingUpdate') return known('rolling', type.at, type.related);
  if (type.value === 'Recreate') return known('recreate', type.at, type.related);
  return unknown('it is neither RollingUpdate nor Recreate', type.at, type.related);
}
