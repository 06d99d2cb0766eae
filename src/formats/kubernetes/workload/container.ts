import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type ContainerFacts,
  type Fact,
  type HostPathFacts,
} from '../../../model/index.ts';
import { watchesMachine } from '../../../monitoring/index.ts';
import type { DataNode } from '../../data-node.ts';
import { deployedImage, type Replacements } from '../images/replacements.ts';
import { booleanFact, defaultFact, either, mistyped, numberFact, textFact } from '../read.ts';
import type { KubernetesObject } from '../object.ts';
import { defaultOf, requestsIn } from './requests.ts';

/** Facts of one container, with what it takes over from its pod. */
export function containerFacts(
  container: DataNode,
  pod: DataNode,
  replacements: Replacements,
  volumes: HostVolumes,
  init: boolean,
  limits: KubernetesObject | undefined,
): ContainerFacts {
  const security = container.get('securityContext');
  const podSecurity = pod.get('securityContext');
  return {
    name: container.get('name').text ?? 'unnamed',
    init,
    image: deployedImage(imageOf(container), replacements),
    privileged: booleanFact(security.get('privileged'), false),
    runAsNonRoot: runAsNonRoot(security, podSecurity),
    allowPrivilegeEscalation: booleanFact(security.get('allowPrivilegeEscalation'), true),
    readOnlyRootFilesystem: booleanFact(security.get('readOnlyRootFilesystem'), false),
    capabilitiesAdded: capabilitiesAdded(security.get('capabilities', 'add')),
    hostPaths: hostPaths(container, volumes),
    ...hostPorts(container),
    // Before its startup probe succeeds a container is not ready either.
    readinessProbe: present(either(container, 'readinessProbe', 'startupProbe')),
    livenessProbe: present(container.get('livenessProbe')),
    // A limit without a request makes Kubernetes request as much as the limit.
    cpuRequest: firstPresent(
      container,
      pod,
      [
        ['requests', 'cpu'],
        ['limits', 'cpu'],
      ],
      defaultOf(limits, 'cpu', 'defaultRequest', 'default'),
    ),
    memoryLimit: firstPresent(container, pod, [['limits', 'memory']], defaultOf(limits, 'memory', 'default')),
    requests: requestsIn(container, limits),
  };
}

function imageOf(container: DataNode): Fact<string> {
  const image = container.get('image');
  if (!image.exists) return unknown('the container names no image', image.at);
  if (image.text?.includes('{{') === true)
    return unknown(`${image.text} is filled in before the container runs`, image.at);
  return textFact(image, '');
}

/**
 * Whether the container cannot run as root: `runAsNonRoot`, or a user other than 0. Both are taken from the
 * container, else from the pod. An image's own user is not in these files.
 */
function runAsNonRoot(container: DataNode, pod: DataNode): Fact<boolean> {
  const flag = effective(container, pod, 'runAsNonRoot');
  const stated = booleanFact(flag, false);
  if (valueOf(stated) === true) return stated;
  const user = effective(container, pod, 'runAsUser');
  if (typeof user.value === 'number' && user.value > 0) return known(true, user.at);
  if (user.exists && typeof user.value !== 'number') return mistyped(user, 'a number');
  return user.exists && !flag.exists && !isUnknown(stated.value) ? known(false, user.at) : stated;
}

function effective(container: DataNode, pod: DataNode, key: string): DataNode {
  const own = container.get(key);
  const shared = pod.get(key);
  return !own.exists && (shared.exists || shared.obstacle) ? shared : own;
}

function capabilitiesAdded(node: DataNode): Fact<readonly string[]> {
  if (!node.exists) return defaultFact<readonly string[]>(node, []);
  return node.isList ? known(node.texts(), node.at) : mistyped(node, 'a list');
}

/** Ports of the node that it takes for others than the node itself. */
function hostPorts(container: DataNode): Pick<ContainerFacts, 'hostPorts'> {
  const taken = container
    .get('ports')
    .items()
    .filter((port) => port.get('hostPort').exists && !/^(?:127\.|::1$)/.test(port.get('hostIP').text ?? ''))
    .map((port) => ({ port: numberFact(port.get('hostPort'), 0) }));
  return taken.length > 0 ? { hostPorts: taken } : {};
}

/** Paths of the node behind the volumes that it mounts. */
function hostPaths(container: DataNode, volumes: HostVolumes): readonly HostPathFacts[] {
  if (volumes.size === 0) return [];
  const mounts = container.get('volumeMounts').items();
  const names = new Set(mounts.flatMap((mount) => mount.get('name').text ?? []));
  const started = {
    words: [...container.get('command').texts(), ...container.get('args').texts()],
    variables: container
      .get('env')
      .items()
      .flatMap((variable) => variable.get('name').text ?? []),
  };
  return [...names].flatMap((name) => {
    const volume = volumes.get(name);
    if (!volume) return [];
    const places = mounts.filter((mount) => mount.get('name').text === name);
    const watching = places.find((mount) => watchesMachine(started, mount.get('mountPath').text));
    // Where it may write once, it may write.
    const flags = places.map((mount) => booleanFact(mount.get('readOnly'), false));
    const readOnly = flags.find((flag) => valueOf(flag) !== true) ?? flags[0] ?? known(false);
    return { ...volume, readOnly, watched: known(watching !== undefined, (watching ?? places[0])?.at) };
  });
}

/** The volumes of a pod that are paths of its node, by name. */
export type HostVolumes = ReadonlyMap<string, { readonly path: Fact<string> }>;

export function hostVolumes(pod: DataNode): HostVolumes {
  const volumes = new Map<string, { readonly path: Fact<string> }>();
  for (const volume of pod.get('volumes').items()) {
    const name = volume.get('name').text;
    const path = volume.get('hostPath', 'path');
    if (name !== undefined && path.exists) volumes.set(name, { path: textFact(path, '') });
  }
  return volumes;
}

function present(node: DataNode): Fact<boolean> {
  return known(node.exists, node.exists ? node.header : node.at);
}

/** The first amount that is stated, by the container, for the pod as a whole, or for all of its namespace. */
function firstPresent(
  container: DataNode,
  pod: DataNode,
  keys: readonly (readonly [string, string])[],
  fallback: DataNode | undefined,
): Fact<boolean> {
  for (const owner of [container, pod]) {
    for (const key of keys) {
      const node = owner.get('resources', ...key);
      if (node.exists) return known(true, node.at);
    }
  }
  if (fallback) return known(true, fallback.at);
  return defaultFact(container.get('resources', ...(keys[0] ?? [])), false);
}
