import { known, unknown, type ContainerFacts, type Fact, type SubjectOf } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { directoryOf } from '../paths.ts';
import { isFor, type FlyApp } from './app.ts';

/** A group of processes: machines that run one image. */
export function workloadOf(app: FlyApp, group: FlyApp['groups'][number], id: string): SubjectOf<'workload'> {
  const { root, name, production, strategy } = app;
  const location = group.node.keyAt;
  const services = app.services.filter((one) => isFor(one, group.name));
  const [first] = services;
  const alone = app.groups.length === 1;
  const replicas = replicasOf(services, location);
  return {
    kind: 'workload',
    id,
    name: alone ? name : `${name} ${group.name}`,
    format: 'fly',
    ...(app.environment !== undefined && { environment: app.environment }),
    location,
    facts: {
      type: 'Fly app',
      namespace: unknown('Fly has no namespaces', location),
      production,
      labels: {},
      replicas,
      mostReplicas: replicas,
      podRequests: { cpu: known(0, location), memory: known(0, location) },
      hostNetwork: known(false, location),
      hostPid: known(false, location),
      hostIpc: known(false, location),
      serviceAccount: unknown('Fly has no service accounts', location),
      serves: first ? known(true, first.header) : known(false, location),
      containers: [containerOf(root, app.path, name, services, group.name)],
      strategy,
      analysis: known(false, strategy.at),
      revisionHistoryLimit: unknown('Fly keeps the images of old releases', location),
    },
  };
}

function replicasOf(
  services: readonly DataNode[],
  location: SubjectOf<'workload'>['location'],
): Fact<number> {
  for (const service of services) {
    const least = service.get('min_machines_running');
    if (typeof least.value === 'number' && least.value > 0) return known(least.value, least.at);
  }
  return unknown('how many machines run is not in the file', location);
}

function containerOf(
  root: DataNode,
  path: string,
  name: string,
  services: readonly DataNode[],
  group: string,
): ContainerFacts {
  const at = root.get('app').at;
  const build = root.get('build');
  const image = build.get('image');
  const checked = checkOf(root, services, group);
  const probe = known(checked !== undefined, checked?.header ?? (services[0] ?? root.get('app')).header);
  const { builtFrom } = builtBy(root, path);
  return {
    name,
    init: false,
    image:
      image.text === undefined
        ? unknown('it is built when it is deployed', build.header)
        : known(image.text, image.at),
    ...(image.text === undefined && builtFrom && { builtFrom }),
    privileged: known(false, at),
    runAsNonRoot: unknown('its image decides', image.exists ? image.at : at),
    allowPrivilegeEscalation: known(true, at),
    readOnlyRootFilesystem: known(false, at),
    capabilitiesAdded: known([], at),
    hostPaths: [],
    readinessProbe: probe,
    livenessProbe: probe,
    // A machine of Fly has a size, always.
    cpuRequest: known(true, root.get('vm').header),
    memoryLimit: known(true, root.get('vm').header),
    requests: { cpu: known(null, at), memory: known(null, at) },
  };
}

/** What looks whether a machine answers, before others are replaced. */
function checkOf(root: DataNode, services: readonly DataNode[], group: string): DataNode | undefined {
  const own = services.flatMap((service) =>
    ['checks', 'http_checks', 'tcp_checks']
      .map((key) => service.get(key))
      .filter((one) => one.items().length > 0),
  );
  const [check] = own;
  return (
    check ??
    root
      .get('checks')
      .entries()
      .map(([, one]) => one)
      .find((one) => isFor(one, group))
  );
}

function builtBy(root: DataNode, path: string): Pick<ContainerFacts, 'builtFrom'> {
  const build = root.get('build');
  if (build.get('builder').exists || build.get('buildpacks').exists) return {};
  const named = build.get('dockerfile');
  const name = (named.text ?? 'Dockerfile').replace(/^\.\//, '');
  if (/^\/|\.\.|\\/.test(name)) return {};
  const folder = directoryOf(path);
  const stage = build.get('build-target');
  const file = folder === '' ? name : `${folder}/${name}`;
  const at = named.exists ? named.at : root.get('app').at;
  return { builtFrom: { file: known(file, at), stage: known(stage.text ?? null, stage.at) } };
}
