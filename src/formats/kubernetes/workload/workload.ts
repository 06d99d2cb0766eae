import {
  known,
  unknown,
  type ContainerFacts,
  type Fact,
  type SubjectOf,
  type WorkloadFacts,
} from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { namespaceOf, subjectFrom, type KubernetesObject } from '../object.ts';
import { productionOf } from '../rollout/production.ts';
import type { Replacements } from '../images/replacements.ts';
import { booleanFact, either, mistyped, numberFact, textFact, textMap } from '../read.ts';
import { containerFacts, hostVolumes } from './container.ts';
import { defaultRevisions, podTemplate } from './kinds.ts';
import { serves, type Services } from './serving.ts';
import type { Delivery } from './strategy.ts';

/** Other objects that say something about a workload. */
export interface WorkloadPartners {
  readonly delivery: Delivery;
  /** The object that holds the pod template, when a Rollout refers to it by `workloadRef`. */
  readonly template: KubernetesObject | undefined;
  /** A HorizontalPodAutoscaler that sets the replicas. */
  readonly autoscaler: KubernetesObject | undefined;
  readonly services: Services;
  /** What tools put in the place of the images that it names. */
  readonly replacements: Replacements;
}

export function workloadSubject(object: KubernetesObject, partners: WorkloadPartners): SubjectOf<'workload'> {
  return subjectFrom(object, 'workload', workloadFacts(object, partners));
}

function workloadFacts(object: KubernetesObject, partners: WorkloadPartners): WorkloadFacts {
  const template = podTemplate(partners.template ?? object);
  const pod = template.get('spec');
  const lost = lostTemplate(object, partners.template);
  const podFact = <T>(fact: () => Fact<T>): Fact<T> => lost ?? fact();
  return {
    type: object.kind,
    namespace: namespaceOf(object),
    production: productionOf(object),
    labels: textMap(template.get('metadata', 'labels'), object.root.get('metadata', 'labels')),
    replicas: replicasOf(object, partners.autoscaler),
    hostNetwork: podFact(() => booleanFact(pod.get('hostNetwork'), false)),
    hostPid: podFact(() => booleanFact(pod.get('hostPID'), false)),
    hostIpc: podFact(() => booleanFact(pod.get('hostIPC'), false)),
    serviceAccount: podFact(() => textFact(either(pod, 'serviceAccountName', 'serviceAccount'), 'default')),
    serves: podFact(() => serves(partners.template ?? object, template, partners.services)),
    containers: containersOf(pod, partners.replacements),
    strategy: partners.delivery.strategy,
    analysis: partners.delivery.analysis,
    revisionHistoryLimit: revisionsOf(object),
  };
}

/** A Rollout may leave its pods to a Deployment that is not among the files. */
function lostTemplate(
  object: KubernetesObject,
  template: KubernetesObject | undefined,
): Fact<never> | undefined {
  const reference = object.root.get('spec', 'workloadRef');
  if (object.kind !== 'Rollout' || !reference.exists || template) return undefined;
  const name = `${reference.get('kind').text ?? 'workload'} ${reference.get('name').text ?? 'without a name'}`;
  return unknown(`the ${name} that workloadRef names is not among the files`, reference.header);
}

function containersOf(pod: DataNode, replacements: Replacements): readonly ContainerFacts[] {
  const lists = ['initContainers', 'containers', 'ephemeralContainers'];
  const volumes = hostVolumes(pod);
  return lists.flatMap((list) =>
    pod
      .get(list)
      .items()
      .filter((container) => container.isMap)
      .map((container) => containerFacts(container, pod, replacements, volumes, list === 'initContainers')),
  );
}

function replicasOf(object: KubernetesObject, autoscaler: KubernetesObject | undefined): Fact<number> {
  if (autoscaler) return numberFact(autoscaler.root.get('spec', 'minReplicas'), 1);
  switch (object.kind) {
    case 'DaemonSet':
      return unknown('a DaemonSet runs one pod on each node', object.location);
    case 'Pod':
      return known(1, object.location);
    case 'Job':
      return numberFact(object.root.get('spec', 'parallelism'), 1);
    case 'CronJob':
      return numberFact(object.root.get('spec', 'jobTemplate', 'spec', 'parallelism'), 1);
    default:
      return numberFact(object.root.get('spec', 'replicas'), 1);
  }
}

function revisionsOf(object: KubernetesObject): Fact<number> {
  const fallback = defaultRevisions(object.kind);
  if (fallback === undefined) return unknown(`a ${object.kind} keeps no old versions`, object.location);
  const node = object.root.get('spec', 'revisionHistoryLimit');
  if (typeof node.value === 'number' && node.value < 0) return mistyped(node, 'zero or more');
  return numberFact(node, fallback);
}
