import type { Fact } from '../fact.ts';

/** `recreate`: the new version replaces all of the old one at once. */
export type RolloutStrategy = 'rolling' | 'recreate' | 'canary' | 'blue-green';

/**
 * Something that runs containers: Deployment, StatefulSet, DaemonSet, Job, CronJob, Pod, Argo Rollout, a service of
 * Compose.
 */
export interface WorkloadFacts {
  /** The object's kind: `Deployment`, `Rollout`, …; `Compose service`. */
  readonly type: string;
  readonly namespace: Fact<string>;
  /** The environment that it is in is production. */
  readonly production: Fact<boolean>;
  readonly labels: Readonly<Record<string, string>>;
  readonly replicas: Fact<number>;
  readonly hostNetwork: Fact<boolean>;
  readonly hostPid: Fact<boolean>;
  readonly hostIpc: Fact<boolean>;
  readonly serviceAccount: Fact<string>;
  /** Others call it: a container names a port, or a Service selects its pods. */
  readonly serves: Fact<boolean>;
  /** Containers and init containers, in the order of the file. */
  readonly containers: readonly ContainerFacts[];
  /** How a new version replaces the old; absent for pods, jobs and daemon sets without one. */
  readonly strategy: Fact<RolloutStrategy>;
  /** A canary or blue/green that is judged by metrics or a manual pause before it goes on. */
  readonly analysis: Fact<boolean>;
  /** Old versions kept for going back; 0 makes that impossible. */
  readonly revisionHistoryLimit: Fact<number>;
}

export interface ContainerFacts {
  readonly name: string;
  readonly init: boolean;
  readonly image: Fact<string>;
  readonly privileged: Fact<boolean>;
  /** The effective value: the container's, else the pod's; false when neither says. */
  readonly runAsNonRoot: Fact<boolean>;
  /** Kubernetes' default is true. */
  readonly allowPrivilegeEscalation: Fact<boolean>;
  readonly readOnlyRootFilesystem: Fact<boolean>;
  /** As they are called without `CAP_`. */
  readonly capabilitiesAdded: Fact<readonly string[]>;
  /** Paths of the machine that it is given, not those that only the machine's administrator chooses. */
  readonly hostPaths: readonly { readonly path: Fact<string> }[];
  /** A readiness probe, or a startup probe, before which it is not ready either. */
  readonly readinessProbe: Fact<boolean>;
  readonly livenessProbe: Fact<boolean>;
  readonly cpuRequest: Fact<boolean>;
  readonly memoryLimit: Fact<boolean>;
}

/** The name under which pods of a cluster are called: a Service. */
export interface ClusterServiceFacts {
  readonly namespace: Fact<string>;
  readonly labels: Readonly<Record<string, string>>;
  /** Labels of the pods behind it; empty where something else fills it. */
  readonly selector: Readonly<Record<string, string>>;
  /** Names of its ports; a port without one is not among them. */
  readonly portNames: readonly string[];
  /** How many ports it has. */
  readonly ports: number;
}
