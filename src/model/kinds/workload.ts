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
  /** How many run at most: what an autoscaler may go up to; without one, as many as `replicas`. */
  readonly mostReplicas: Fact<number>;
  /** What one of its pods asks for at least: the sum of what its containers state. */
  readonly podRequests: RequestFacts;
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
  /** What takes what it writes, as Docker calls that: `awslogs`, `json-file`, `none`; absent where it is not told. */
  readonly logDriver?: Fact<string>;
  /** Where it sends its traces by OpenTelemetry's protocol, as its variables say; absent where they say nothing. */
  readonly tracesTo?: Fact<string>;
  /** Texts that its containers are given as files, one of which may be their configuration; absent where none is. */
  readonly given?: readonly GivenFacts[];
  /** Old versions kept for going back; 0 makes that impossible. */
  readonly revisionHistoryLimit: Fact<number>;
  /**
   * Walls between its pods and the machine that it takes down. A sentence without its end: "container web runs without
   * a profile of seccomp". Absent where no walls are told of.
   */
  readonly loosened?: readonly { readonly what: Fact<string> }[];
  /** Its pods are given a token of the cluster's API; absent outside clusters. */
  readonly tokenMounted?: Fact<boolean>;
  /** Something says how many of its pods may be taken away at once; absent where nothing takes them away. */
  readonly budgeted?: Fact<boolean>;
  /** Why it is not rolled out at all; absent where nothing is known to be in the way. */
  readonly refused?: readonly RefusalFacts[];
}

/** What the cluster, or the controller that carries a release out, refuses. */
export interface RefusalFacts {
  /** A sentence without its end: "its strategy states both canary and blueGreen". */
  readonly why: Fact<string>;
}

/** A text, or a folder of texts, that a container is given as a file. */
export interface GivenFacts {
  readonly from: 'ConfigMap' | 'Secret' | 'file';
  /** That of an object of its namespace, or a path below the scan's root. */
  readonly name: Fact<string>;
  /** Which of its texts the container's command names as the one to start with; null where that may be any. */
  readonly part: string | null;
}

export interface ContainerFacts {
  readonly name: string;
  readonly init: boolean;
  readonly image: Fact<string>;
  /** The Dockerfile that its image is built from, and the stage, null for the last; absent where the files have none. */
  readonly builtFrom?: { readonly file: Fact<string>; readonly stage: Fact<string | null> };
  readonly privileged: Fact<boolean>;
  /** The effective value: the container's, else the pod's; false when neither says. */
  readonly runAsNonRoot: Fact<boolean>;
  /** Kubernetes' default is true. */
  readonly allowPrivilegeEscalation: Fact<boolean>;
  readonly readOnlyRootFilesystem: Fact<boolean>;
  /** As they are called without `CAP_`. */
  readonly capabilitiesAdded: Fact<readonly string[]>;
  /** Paths of the machine that it is given, not those that only the machine's administrator chooses. */
  readonly hostPaths: readonly HostPathFacts[];
  /** Ports of the machine that it takes, not those of the machine alone; absent where there are none. */
  readonly hostPorts?: readonly { readonly port: Fact<number> }[];
  /** A readiness probe, or a startup probe, before which it is not ready either. */
  readonly readinessProbe: Fact<boolean>;
  readonly livenessProbe: Fact<boolean>;
  readonly cpuRequest: Fact<boolean>;
  readonly memoryLimit: Fact<boolean>;
  /** What it asks for, its limit where it states nothing else; null for nothing. */
  readonly requests: {
    /** Cores. */
    readonly cpu: Fact<number | null>;
    /** Bytes. */
    readonly memory: Fact<number | null>;
  };
}

/** A path of the machine that a container is given. */
export interface HostPathFacts {
  readonly path: Fact<string>;
  /** It cannot write there. */
  readonly readOnly: Fact<boolean>;
  /** It is told to measure the machine, or given the folder where agents that do look for it. */
  readonly watched: Fact<boolean>;
}

export interface RequestFacts {
  /** Cores. */
  readonly cpu: Fact<number>;
  /** Bytes. */
  readonly memory: Fact<number>;
}

/** What workloads may ask for together: a ResourceQuota of a namespace, what Karpenter may add to a cluster. */
export interface ResourceLimitFacts {
  /** The object's kind: `ResourceQuota`, `NodePool`. */
  readonly type: string;
  /** null for a whole cluster. */
  readonly namespace: Fact<string | null>;
  /** It is about some pods only: those of a priority, those that end. */
  readonly partial: Fact<boolean>;
  /** Cores that may be asked for; null where it says nothing of them. */
  readonly cpu: Fact<number | null>;
  /** Bytes. */
  readonly memory: Fact<number | null>;
  readonly pods: Fact<number | null>;
  /** What the workloads of its namespace ask for at most, one entry for each of its limits. Joined. */
  readonly asked: readonly AskedFacts[];
  /** Containers of its namespace that do not say how much they ask for, which it then refuses. Joined. */
  readonly refused: readonly { readonly container: Fact<string> }[];
}

/** What workloads together ask for of one resource, when as many run as may. */
export interface AskedFacts {
  readonly resource: 'cpu' | 'memory' | 'pods';
  /** Cores, GiB or pods: the sum of what is known. */
  readonly total: Fact<number>;
  /** `checkout 3 × 0.5, cart 2 × 0.25`; the largest first. */
  readonly arithmetic: Fact<string>;
  /** Workloads of which that is not known, and why: then it may be more. */
  readonly open: Fact<readonly string[]>;
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
  /** Pods of some workload among the files have the labels that it selects by; true where it selects by none. */
  readonly answered: Fact<boolean>;
}
/** How an image is made: a Dockerfile. What its last stage makes is the image. */
export interface ImageBuildFacts {
  /** Where it is written, relative to the scan's root. */
  readonly path: string;
  /** Images of others that it starts from or copies from, as they are called when nobody says otherwise. */
  readonly bases: readonly { readonly image: Fact<string> }[];
  /** The image runs as root unless whoever runs it says otherwise. */
  readonly root: Fact<boolean>;
  /** What it runs is asked whether it is well. */
  readonly healthChecked: Fact<boolean>;
  /** Each of its stages as if it was built; a service may choose one. */
  readonly stages: readonly {
    /** In small letters; null for one that has none. */
    readonly name: string | null;
    readonly root: Fact<boolean>;
    readonly healthChecked: Fact<boolean>;
  }[];
  /** A shell stands between what runs and whoever ends it; null where nothing is said of what runs. */
  readonly behindShell: Fact<boolean | null>;
  /** Ports that it names. */
  readonly ports: readonly { readonly port: Fact<number> }[];
  /** Code of others that runs, or becomes a part, without anything that says it is what was meant. */
  readonly unverified: readonly { readonly what: Fact<string> }[];
  /** Connections of which nobody looks where they lead, and packages of which nobody looks who made them. */
  readonly unchecked: readonly { readonly what: Fact<string> }[];
  /** Lists of packages that are fetched in a step of their own, which is kept while what follows is made again. */
  readonly staleLists: readonly { readonly what: Fact<string> }[];
  /** Steps that change who they run as by `sudo`. */
  readonly elevated: readonly { readonly what: Fact<string> }[];
  /** Arguments, variables and files with secrets that stay in its layers or its history. */
  readonly keepsSecrets: readonly { readonly what: Fact<string> }[];
  /** Folders of steps that depend on the one before, or on the image that it starts from. */
  readonly relativeFolders: readonly { readonly folder: Fact<string> }[];
  /** Files beside it that `ADD` takes, which also unpacks and fetches. */
  readonly added: readonly { readonly file: Fact<string> }[];
  /** What does not do what it seems to, or fails. A sentence without its end: "two stages are called `build`". */
  readonly mistakes: readonly { readonly problem: Fact<string> }[];
}

/** How many pods of a workload may be taken away at once: a PodDisruptionBudget. */
export interface DisruptionBudgetFacts {
  readonly namespace: Fact<string>;
  /** It lets no pod go, however many there are. */
  readonly never: Fact<boolean>;
  /** Some workload among the files has the labels that it selects by. */
  readonly fits: Fact<boolean>;
  /** The workloads among the files that it is about. */
  readonly about: readonly {
    readonly workload: Fact<string>;
    readonly replicas: Fact<number>;
    /** How many of its pods may be away; none when no machine can be emptied. */
    readonly spared: Fact<number>;
  }[];
}

/** An object of a cluster's API, as to the version of the API that it is written in. */
export interface ClusterObjectFacts {
  /** `policy/v1beta1/PodDisruptionBudget`. */
  readonly type: string;
  /** The release of Kubernetes that no longer has it, `1.25`; null for one that is still served. */
  readonly removedIn: Fact<string | null>;
  /** What is read in its place, `policy/v1`; null where there is nothing. */
  readonly instead: Fact<string | null>;
}

/** A program that a cluster is made of, as it is started: the API server, etcd, the kubelet. */
export interface ClusterProgramFacts {
  readonly program: 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'etcd' | 'kubelet';
  /** Its flags without dashes; one that is given twice counts as it stands last. */
  readonly flags: readonly { readonly name: string; readonly setting: Fact<string> }[];
  /** A file that is not read here may set what its flags do not. */
  readonly configured: Fact<boolean>;
}

/** Whom a role of a cluster is given to. */
export interface RoleBindingFacts {
  readonly role: Fact<string>;
  /** In all of the cluster, not in one namespace. */
  readonly everywhere: boolean;
  readonly holders: readonly {
    readonly type: 'User' | 'Group' | 'ServiceAccount';
    readonly title: Fact<string>;
  }[];
}

/** Which pods may be reached, or reach others: a NetworkPolicy. */
export interface NetworkPolicyFacts {
  readonly namespace: Fact<string>;
  /** Some workload among the files has the labels that it selects by. */
  readonly selects: Fact<boolean>;
}
