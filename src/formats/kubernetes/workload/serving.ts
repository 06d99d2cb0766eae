import { known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { namespaceOf, subjectFrom, type KubernetesObject } from '../object.ts';
import { textMap } from '../read.ts';
import { podLists } from './kinds.ts';

/** More Services that begin with the same label than anyone writes by hand. */
const MAX_ALIKE = 100;

/** Services by the first label that they select by, in their namespace. */
export type Services = ReadonlyMap<string, readonly KubernetesObject[]>;

export function servicesOf(objects: readonly KubernetesObject[]): Services {
  const services = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    if (!isService(object)) continue;
    const [label] = Object.entries(selectorOf(object));
    if (!label) continue;
    const key = keyOf(object.namespace, label);
    const alike = services.get(key);
    if (!alike) services.set(key, [object]);
    else if (alike.length < MAX_ALIKE) alike.push(object);
  }
  return services;
}

/** Does anyone call the pods? By what they say of their ports, else by the Services that select them. */
export function serves(object: KubernetesObject, template: DataNode, services: Services): Fact<boolean> {
  const ports = podLists(object)
    .flatMap((list) => list.items())
    .map((container) => container.get('ports'))
    .find((list) => list.items().length > 0);
  if (ports) return known(true, ports.header);
  const labels = textMap(template.get('metadata', 'labels'));
  const service = Object.entries(labels)
    .flatMap((label) => services.get(keyOf(object.namespace, label)) ?? [])
    .find((each) => Object.entries(selectorOf(each)).every(([name, wanted]) => labels[name] === wanted));
  if (service) return known(true, service.location);
  return unknown(
    'no container names a port, and no Service among the files selects its pods',
    object.location,
  );
}

export function isService({ group, kind }: KubernetesObject): boolean {
  return group === '' && kind === 'Service';
}

/** The Service itself. */
export function serviceSubject(
  object: KubernetesObject,
  answered: Fact<boolean> | undefined,
): SubjectOf<'cluster-service'> {
  const ports = object.root.get('spec', 'ports').items();
  return subjectFrom(object, 'cluster-service', {
    namespace: namespaceOf(object),
    labels: textMap(object.root.get('metadata', 'labels')),
    selector: selectorOf(object),
    portNames: ports.flatMap((port) => port.get('name').text ?? []),
    ports: ports.length,
    answered: answered ?? known(true, object.location),
  });
}

/** The labels of the pods behind a Service. */
export function selectorOf(service: KubernetesObject): Readonly<Record<string, string>> {
  return textMap(service.root.get('spec', 'selector'));
}

function keyOf(namespace: string | undefined, label: readonly [name: string, value: string]): string {
  return JSON.stringify([namespace ?? null, ...label]);
}
