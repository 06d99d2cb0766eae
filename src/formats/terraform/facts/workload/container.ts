import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type ContainerFacts,
  type Fact,
  type HostPathFacts,
} from '../../../../model/index.ts';
import { watchesMachine } from '../../../../monitoring/index.ts';
import {
  bool,
  byDefault,
  derive,
  number,
  partsOn,
  text,
  textList,
  textOf,
  type Part,
} from '../../../../cloud/index.ts';
import { quantityIn, QUANTITY_FORMS } from '../../../../syntax/quantity/index.ts';

/** Facts of one container, with what it takes over from its pod. */
export function containerFacts(container: Part, pod: Part, init: boolean): ContainerFacts {
  const security = container.parts('security_context');
  const flag = (name: string, fallback: boolean): Fact<boolean> =>
    security.flatMap((part) => bool(part, name) ?? [])[0] ?? byDefault(fallback, container);
  const name = container.get('name');
  return {
    name: (name && textOf(name)) ?? 'unnamed',
    init,
    image:
      text(container, 'image') ?? unknown('the container names no image', container.at, container.related),
    privileged: flag('privileged', false),
    runAsNonRoot: runAsNonRoot(container, [...security, ...pod.parts('security_context')]),
    allowPrivilegeEscalation: flag('allow_privilege_escalation', true),
    readOnlyRootFilesystem: flag('read_only_root_filesystem', false),
    capabilitiesAdded:
      security
        .flatMap((part) => part.parts('capabilities'))
        .flatMap((part) => textList(part, 'add') ?? [])[0] ?? byDefault([], container),
    hostPaths: hostPaths(container, pod),
    ...hostPorts(container),
    // Before its startup probe succeeds a container is not ready either.
    readinessProbe: present(container, ['readiness_probe'], ['startup_probe']),
    livenessProbe: present(container, ['liveness_probe']),
    // A limit without a request makes Kubernetes request as much as the limit.
    cpuRequest: stated(container, ['requests', 'cpu'], ['limits', 'cpu']),
    memoryLimit: stated(container, ['limits', 'memory']),
    requests: { cpu: amount(container, 'cpu'), memory: amount(container, 'memory') },
  };
}

/** Whether it cannot run as root: by the flag, or as a user other than 0; of the container, else of the pod. */
function runAsNonRoot(container: Part, contexts: readonly Part[]): Fact<boolean> {
  const flag = contexts.flatMap((part) => bool(part, 'run_as_non_root') ?? [])[0];
  if (flag && valueOf(flag) === true) return flag;
  const user = contexts.flatMap((part) => number(part, 'run_as_user') ?? [])[0];
  const byUser = user && derive(user, (id) => id > 0);
  if (byUser && (valueOf(byUser) === true || isUnknown(byUser.value))) return byUser;
  return flag ?? byUser ?? byDefault(false, container);
}

/** Ports of the node that it takes for others than the node itself. */
function hostPorts(container: Part): Pick<ContainerFacts, 'hostPorts'> {
  const taken = container.parts('port').flatMap((port) => {
    const host = number(port, 'host_port');
    const address = port.get('host_ip');
    const local = /^(?:127\.|::1$)/.test((address && textOf(address)) ?? '');
    return host && host.value !== 0 && !local ? [{ port: host }] : [];
  });
  return taken.length > 0 ? { hostPorts: taken } : {};
}

/** Paths of the node behind the volumes that it mounts. */
function hostPaths(container: Part, pod: Part): readonly HostPathFacts[] {
  const mounts = container.parts('volume_mount');
  const started = {
    words: ['command', 'args'].flatMap((name) => valueOf(textList(container, name) ?? known([])) ?? []),
    variables: container.parts('env').flatMap((variable) => nameOf(variable) ?? []),
  };
  return pod.parts('volume').flatMap((volume) => {
    const name = nameOf(volume);
    const places = mounts.filter((mount) => name !== undefined && nameOf(mount) === name);
    const [first] = places;
    if (!first) return [];
    // Where it may write once, it may write.
    const flags = places.map((mount) => bool(mount, 'read_only') ?? byDefault(false, mount));
    const readOnly = flags.find((flag) => valueOf(flag) !== true) ?? flags[0] ?? byDefault(false, first);
    const targets = places.map((mount) => valueOf(text(mount, 'mount_path') ?? known('')));
    const watched = known(
      targets.some((target) => watchesMachine(started, target)),
      first.at,
    );
    return volume.parts('host_path').flatMap((part) => {
      const path = text(part, 'path');
      return path ? [{ path, readOnly, watched }] : [];
    });
  });
}

function nameOf(part: Part): string | undefined {
  const name = part.get('name');
  return name && textOf(name);
}

function present(container: Part, ...ways: readonly (readonly string[])[]): Fact<boolean> {
  const [found] = ways.flatMap((way) => partsOn(container, way));
  return found ? byDefault(true, found) : byDefault(false, container);
}

/** Its request, else its limit. */
function amount(container: Part, resource: string): Fact<number | null> {
  for (const list of ['requests', 'limits']) {
    for (const part of partsOn(container, ['resources', list])) {
      const written = text(part, resource);
      if (!written) continue;
      const read = derive(written, quantityIn);
      return read.value === undefined
        ? unknown(`what is written here is not ${QUANTITY_FORMS}`, written.at, written.related)
        : { ...read, value: read.value };
    }
  }
  return byDefault(null, container);
}

/** An amount of `resources`, which has maps of them. */
function stated(container: Part, ...ways: readonly (readonly [list: string, name: string])[]): Fact<boolean> {
  for (const [list, name] of ways) {
    for (const part of partsOn(container, ['resources', list])) {
      const value = part.get(name);
      if (part.uncertain !== undefined) return unknown(part.uncertain, part.at, part.related);
      if (value) return known(true, value.at, part.related);
    }
  }
  return byDefault(false, container);
}
