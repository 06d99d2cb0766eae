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
 * demands, and containers with images. Pods and jobs have no selector of their own: one without images is a patch
 * where there is a kustomization to apply it, and else a workload whose author forgot them.
 */
export function isPatch(object: KubernetesObject, exists: (path: string) => boolean): boolean {
  if (object.root.get('spec', 'selector').exists) return false;
  if (object.root.get('spec', 'workloadRef').exists) return false;
  const hasImage = podLists(object)
    .flatMap((list) => list.items())
    .some((container) => container.get('image').exists);
  return !hasImage && (!WITHOUT_SELECTOR.has(object.kind) || isKustomized(object.path, exists));
}

const WITHOUT_SELECTOR: ReadonlySet<string> = new Set(['Pod', 'Job', 'CronJob']);

/** Is there a kustomization in the folder of a file or above? */
function isKustomized(path: string, exists: (path: string) => boolean): boolean {
  for (let end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, Math.max(0, end + 1));
    if (exists(`${folder}kustomization.yaml`) || exists(`${folder}kustomization.yml`)) return true;
    if (end <= 0) return false;
  }
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
