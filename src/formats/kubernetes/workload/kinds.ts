import type { DataNode } from '../../data-node.ts';
import type { KubernetesObject } from '../object.ts';

const WORKLOAD_GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'batch', 'extensions']);

/** Kinds that keep revisions, and how many when the file does not say. */
const REVISIONS: Readonly<Record<string, number>> = {
  Deployment: 10,
  StatefulSet: 10,
  DaemonSet: 10,
  Rollout: 10,
};

/** Where the pod template of a kind is; the object itself for a pod. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Rollout: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Pod: [],
};

export function isWorkload({ group, kind }: KubernetesObject): boolean {
  if (!Object.hasOwn(TEMPLATES, kind)) return false;
  return kind === 'Rollout' ? group === 'argoproj.io' : WORKLOAD_GROUPS.has(group);
}

/**
 * Is it only the part of a workload that a Kustomize overlay patches? A whole one has a selector, which the API
 * demands, and containers with images.
 */
export function isPatch(object: KubernetesObject): boolean {
  if (object.root.get('spec', 'selector').exists) return false;
  if (object.root.get('spec', 'workloadRef').exists) return false;
  return !podLists(object)
    .flatMap((list) => list.items())
    .some((container) => container.get('image').exists);
}

/** The part with `metadata` and `spec` of the pods that a workload makes. */
export function podTemplate({ kind, root }: KubernetesObject): DataNode {
  return root.get(...(TEMPLATES[kind] ?? []));
}

/** The lists of containers of a workload's pods. */
export function podLists(object: KubernetesObject): readonly DataNode[] {
  const pod = podTemplate(object).get('spec');
  return ['initContainers', 'containers', 'ephemeralContainers'].map((list) => pod.get(list));
}

/** Old versions that a kind keeps by default; undefined for kinds that keep none. */
export function defaultRevisions(kind: string): number | undefined {
  return Object.hasOwn(REVISIONS, kind) ? REVISIONS[kind] : undefined;
}
