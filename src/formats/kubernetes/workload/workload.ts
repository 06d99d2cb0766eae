import {
  known,
  unknown,
  type ContainerFacts,
  type Fact,
  type SubjectOf,
  type WorkloadFacts,
} from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { workloadRefusals } from '../acceptance/workload.ts';
import { namespaceOf, subjectFrom, type KubernetesObject, type ObjectIndex } from '../object.ts';
import { productionOf } from '../rollout/production.ts';
import type { Replacements } from '../images/replacements.ts';
import { booleanFact, either, mistyped, numberFact, textFact, textMap } from '../read.ts';
import { loosened } from '../security/loosened.ts';
import { tokenMounted } from '../security/token.ts';
import type { Budgets } from '../selection/budget.ts';
import { containerFacts, hostVolumes } from './container.ts';
import { givenTo, type Generated } from './given.ts';
import { podRequests } from './requests.ts';
import { defaultRevisions, podTemplate } from './kinds.ts';
import { serves, type Services } from './serving.ts';
import { replacedAtOnce, type Delivery } from './strategy.ts';
import { tracesTo } from './traces.ts';

/** Other objects that say something about a workload. */
export interface WorkloadPartners {
  readonly delivery: Delivery;
  /** The object that holds the pod template, when a Rollout refers to it by `workloadRef`. */
  readonly template: KubernetesObject | undefined;
  /** A HorizontalPodAutoscaler that sets the replicas. */
  readonly autoscaler: KubernetesObject | undefined;
  /** Service accounts by name. */
  readonly accounts: ObjectIndex;
  readonly budgets: Budgets;
  /** The LimitRange of its namespace. */
  readonly limits: KubernetesObject | undefined;
  readonly services: Services;
  /** What tools put in the place of the images that it names. */
  readonly replacements: Replacements;
  /** Objects that Kustomize makes of files. */
  readonly generated: Generated;
  /** Another file states the strategy of a Rollout of its name. */
  readonly strategyElsewhere: boolean;
}

export function workloadSubject(object: KubernetesObject, partners: WorkloadPartners): SubjectOf<'workload'> {
  return subjectFrom(object, 'workload', workloadFacts(object, partners));
}

function workloadFacts(object: KubernetesObject, partners: WorkloadPartners): WorkloadFacts {
  const template = podTemplate(partners.template ?? object);
  const pod = template.get('spec');
  const lost = lostTemplate(object, partners.template);
  const podFact = <T>(fact: () => Fact<T>): Fact<T> => lost ?? fact();
  const containers = containersOf(pod, partners);
  const sent = tracesTo(pod);
  const given = givenTo(pod, partners.generated);
  const replicas = replicasOf(object, partners.autoscaler);
  const refused = workloadRefusals(object, partners.strategyElsewhere);
  return {
    type: object.kind,
    namespace: namespaceOf(object),
    production: productionOf(object),
    labels: textMap(template.get('metadata', 'labels'), object.root.get('metadata', 'labels')),
    replicas,
    mostReplicas: mostReplicasOf(object, partners.autoscaler),
    podRequests: lost
      ? { cpu: lost, memory: lost }
      : podRequests(
          pod,
          containers.map(({ facts, lasting }) => ({ ...facts, lasting })),
        ),
    hostNetwork: podFact(() => booleanFact(pod.get('hostNetwork'), false)),
    hostPid: podFact(() => booleanFact(pod.get('hostPID'), false)),
    hostIpc: podFact(() => booleanFact(pod.get('hostIPC'), false)),
    serviceAccount: podFact(() => textFact(either(pod, 'serviceAccountName', 'serviceAccount'), 'default')),
    serves: podFact(() => serves(partners.template ?? object, template, partners.services)),
    containers: containers.map(({ facts }) => facts),
    strategy: replacedAtOnce(object, replicas) ?? partners.delivery.strategy,
    analysis: partners.delivery.analysis,
    ...(sent && { tracesTo: sent }),
    ...(given.length > 0 && { given }),
    revisionHistoryLimit: revisionsOf(object),
    ...wallsOf(partners.template ?? object, lost, partners),
    ...(refused.length > 0 && { refused }),
  };
}

/** What stands between its pods, the machine, the cluster's API and those who empty machines. */
function wallsOf(
  object: KubernetesObject,
  lost: Fact<never> | undefined,
  { accounts, budgets }: Pick<WorkloadPartners, 'accounts' | 'budgets'>,
): Pick<WorkloadFacts, 'loosened' | 'tokenMounted' | 'budgeted'> {
  const walls = lost ? [] : loosened(object);
  const [budget] = budgets.get(object) ?? [];
  return {
    ...(walls.length > 0 && { loosened: walls }),
    tokenMounted: lost ?? tokenMounted(object, accounts),
    budgeted: lost ?? known(budget !== undefined, budget?.location ?? object.location),
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

/** A container, and whether it goes on beside the others though it is started before them. */
interface Contained {
  readonly facts: ContainerFacts;
  readonly lasting: boolean;
}

function containersOf(
  pod: DataNode,
  { replacements, limits }: Pick<WorkloadPartners, 'replacements' | 'limits'>,
): readonly Contained[] {
  const lists = ['initContainers', 'containers', 'ephemeralContainers'];
  const volumes = hostVolumes(pod);
  return lists.flatMap((list) =>
    pod
      .get(list)
      .items()
      .filter((container) => container.isMap)
      .map((container) => ({
        facts: containerFacts(container, pod, replacements, volumes, list === 'initContainers', limits),
        lasting: container.get('restartPolicy').text === 'Always',
      })),
  );
}

function replicasOf(object: KubernetesObject, autoscaler: KubernetesObject | undefined): Fact<number> {
  if (autoscaler?.kind === 'ScaledObject')
    return numberFact(autoscaler.root.get('spec', 'minReplicaCount'), 0);
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

/** What an autoscaler may go up to; KEDA's default is 100. */
function mostReplicasOf(object: KubernetesObject, autoscaler: KubernetesObject | undefined): Fact<number> {
  if (!autoscaler) return replicasOf(object, undefined);
  if (autoscaler.kind === 'ScaledObject')
    return numberFact(autoscaler.root.get('spec', 'maxReplicaCount'), 100);
  const most = autoscaler.root.get('spec', 'maxReplicas');
  return most.exists
    ? numberFact(most, 1)
    : unknown('the HorizontalPodAutoscaler states no maximum', most.at);
}

function revisionsOf(object: KubernetesObject): Fact<number> {
  const fallback = defaultRevisions(object.kind);
  if (fallback === undefined) return unknown(`a ${object.kind} keeps no old versions`, object.location);
  const node = object.root.get('spec', 'revisionHistoryLimit');
  if (typeof node.value === 'number' && node.value < 0) return mistyped(node, 'zero or more');
  return numberFact(node, fallback);
}
