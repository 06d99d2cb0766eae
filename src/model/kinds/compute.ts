import type { Fact } from '../fact.ts';
import type { CloudProvider } from './infrastructure.ts';

/** A virtual machine, a template or scale set that makes such, a network interface of one, or what a project says of all. */
export interface InstanceFacts {
  readonly provider: CloudProvider;
  /** It gets an address of the internet; null where the subnet decides that, or what it is made from, and is elsewhere. */
  readonly public: Fact<boolean | null>;
  /** Its metadata service gives credentials to requests that have no session token. */
  readonly metadataOpen: Fact<boolean>;
  /** SSH takes passwords. */
  readonly passwordLogin: Fact<boolean>;
  readonly serialConsole: Fact<boolean>;
  /** Keys in metadata decide who may log in, instead of the cloud's own accounts (OS Login). */
  readonly osLoginOff: Fact<boolean>;
  /** Whoever has a key that the project keeps may log in to it. */
  readonly projectKeys: Fact<boolean>;
  /** It passes on packets that are not for itself. */
  readonly forwarding: Fact<boolean>;
  /** It runs as the service account that everything in the project shares unless told otherwise. */
  readonly defaultAccount: Fact<boolean>;
  /** Its service account may use every API that the account's roles allow. */
  readonly everyScope: Fact<boolean>;
  /** What checks that nobody changed how it starts is turned off. */
  readonly bootUnchecked: Fact<boolean>;
}

/** A search for the image that machines are made from. */
export interface ImageSearchFacts {
  readonly provider: CloudProvider;
  /** It says whose images count; else anybody can publish a newer one by that name. */
  readonly ownersNamed: Fact<boolean>;
}

/** One way in which a function or serverless service may be called: its URL, or a permission. */
export interface FunctionAccessFacts {
  readonly provider: CloudProvider;
  /** Without any credentials, or with any account of the cloud. */
  readonly anyone: Fact<boolean>;
  /** By a service on behalf of whichever customer asks it to, or by any principal that calls for a named source. */
  readonly anyCustomer: Fact<boolean>;
}

/** A managed cluster: Kubernetes, or ECS. */
export interface ClusterFacts {
  readonly provider: CloudProvider;
  /** CIDR blocks that reach its API, `0.0.0.0/0` for all; empty for none but the inside. */
  readonly openTo: Fact<readonly string[]>;
  readonly secretsEncrypted: Fact<boolean>;
  /** Logs of the control plane that one needs after an incident and that are not kept, by the provider's names. */
  readonly missingLogs: Fact<readonly string[]>;
  /** The provider collects metrics of what runs on it; null where that is not the cluster's own setting. */
  readonly monitored: Fact<boolean | null>;
  /** The provider keeps what containers on it write; null where that is not the cluster's own setting. */
  readonly keepsLogs: Fact<boolean | null>;
  readonly roleBased: Fact<boolean>;
  /** Network policies take effect; null where that is not the cluster's own setting. */
  readonly networkPolicy: Fact<boolean | null>;
  /** It goes on when a zone fails; null where it has no machines of its own. */
  readonly multiZone: Fact<boolean | null>;
  /** Its machines have no addresses of the internet; null where the network decides. */
  readonly privateNodes: Fact<boolean | null>;
  /** It still takes a password of its own, or issues certificates that cannot be revoked. */
  readonly legacyLogin: Fact<boolean>;
}

/** Machines of a cluster that are alike. */
export interface NodePoolFacts {
  readonly provider: CloudProvider;
  readonly multiZone: Fact<boolean>;
  /** They run as the account that everything in the project shares; null where there is no such account. */
  readonly defaultAccount: Fact<boolean | null>;
  /** What runs on them can get at the machine's own credentials; null where that is not a setting of theirs. */
  readonly metadataOpen: Fact<boolean | null>;
  /** SSH is open to every address. */
  readonly sshOpen: Fact<boolean>;
  /** What checks that nobody changed how they start is turned off. */
  readonly bootUnchecked: Fact<boolean>;
}

/** What runs the code of a function or web app. */
export interface RuntimeFacts {
  readonly provider: CloudProvider;
  /** `nodejs 18`, `python 3.9`; null for an image of one's own, or what has no version. */
  readonly version: Fact<string | null>;
}

/** A registry or repository of container images. */
export interface RegistryFacts {
  readonly provider: CloudProvider;
  /** Images are scanned when they are pushed; null where another service does that. */
  readonly scanned: Fact<boolean | null>;
  /** A tag stays on the image that it was given to; null where that is not a setting. */
  readonly tagsImmutable: Fact<boolean | null>;
  /** A user and password that all share. */
  readonly sharedPassword: Fact<boolean>;
}

/** What a cloud's own scheduler runs as containers: a task of ECS, a job of Batch, a container group. */
export interface TaskDefinitionFacts {
  readonly provider: CloudProvider;
  /** In the order of the file. */
  readonly containers: readonly TaskContainerFacts[];
}

export interface TaskContainerFacts {
  /** Its number where it has no name. */
  readonly name: string;
  readonly privileged: Fact<boolean>;
}

/** Something of one's own that a cloud runs without a cluster of Kubernetes: a function, a service of ECS or Cloud Run. */
export interface ManagedWorkloadFacts {
  readonly provider: CloudProvider;
  /** What it writes is kept by a service of the cloud; null where its files do not decide that. */
  readonly logsKept: Fact<boolean | null>;
  /** What it does for whoever calls it is traced; null where its files do not decide that. */
  readonly traced: Fact<boolean | null>;
}

/** What a service of a cloud builds on machines of its own: a project of CodeBuild. */
export interface BuildProjectFacts {
  readonly provider: CloudProvider;
  /** Its commands are root on the machine that the container runs on, as those need who build images. */
  readonly privileged: Fact<boolean>;
  /** Its commands work with containers; unknown where the files do not have them. */
  readonly usesContainers: Fact<boolean>;
  /** What it keeps is encrypted; null where it keeps nothing. */
  readonly artifactsEncrypted: Fact<boolean | null>;
}

/** A service of a cloud that a stack uses, as the plan lists them. */
export interface CloudServiceFacts {
  readonly provider: CloudProvider;
  /** What it is used as, in the plan's words: `database`, `containers`. */
  readonly type: string;
  /** Names that plans call it by, in lower case without signs: `rdspostgres`, `rds`. */
  readonly services: Fact<readonly string[]>;
  /** An instance type or a class; `null` where it has none. */
  readonly size: Fact<string | null>;
  /** How many there are, least and most: a standby may be counted or not, and a pool grows. */
  readonly least: Fact<number>;
  readonly most: Fact<number>;
  /** `null` where that is not set. */
  readonly storageGib: Fact<number | null>;
}

/** A place for code at a host. */
export interface RepositoryFacts {
  /** Everyone can read it. */
  readonly public: Fact<boolean>;
}
