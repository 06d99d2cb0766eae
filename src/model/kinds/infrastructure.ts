import type { Fact, Native } from '../fact.ts';

export type CloudProvider = 'aws' | 'azure' | 'gcp';

/** A place for objects or blobs with all that belongs to it: access blocks, encryption, versioning, policies. */
export interface ObjectStoreFacts {
  readonly provider: CloudProvider;
  /** Anyone on the internet can read or write, by ACL, policy or the lack of a public-access block with a public grant. */
  readonly public: Fact<boolean>;
  /** Nobody can open it to all, by whatever grant; `null` where that is for the account or organization to say. */
  readonly publicAccessBlocked: Fact<boolean | null>;
  /** Its network rules shut out what they do not name; `null` where it has none. */
  readonly networkLimited: Fact<boolean | null>;
  readonly encrypted: Fact<boolean>;
  /** It takes encrypted connections only; `null` where it has no setting for that. */
  readonly tlsRequired: Fact<boolean | null>;
  /** The oldest version of TLS that it takes, `1.2`; `null` where it has no setting for that. */
  readonly minimumTls: Fact<string | null>;
  readonly versioned: Fact<boolean>;
  /** Old versions or objects are deleted after this many days; `null` when nothing deletes them. */
  readonly retentionDays: Fact<number | null>;
  /** What it is called where it is used; `null` where it gets a name only when it is made. */
  readonly storeName: Fact<string | null>;
  /** Policies alone say who may what, and no object has rules of its own; `null` where that cannot be chosen. */
  readonly uniformAccess: Fact<boolean | null>;
}

/** A managed database instance or cluster. */
export interface DatabaseFacts {
  /** `kubernetes` for what an operator runs in a cluster. */
  readonly provider: CloudProvider | 'kubernetes';
  readonly engine: Fact<string>;
  readonly encrypted: Fact<boolean>;
  readonly public: Fact<boolean>;
  /** It follows another database all the time, which is the one to back up. */
  readonly replica: Fact<boolean>;
  /** Days that automated backups are kept; 0 is off. */
  readonly backupRetentionDays: Fact<number>;
  readonly pointInTimeRecovery: Fact<boolean>;
  readonly multiZone: Fact<boolean>;
  /** `null` where it has no such setting of its own. */
  readonly deletionProtection: Fact<boolean | null>;
  /** It takes encrypted connections only; `null` where that is for its engine's parameters to say, and they do not. */
  readonly tlsRequired: Fact<boolean | null>;
  /** The oldest version of TLS that it takes, `1.2`; `null` where it has no setting for that. */
  readonly minimumTls: Fact<string | null>;
  /**
   * Names of the logs that are kept elsewhere, `all` where they are kept together; `null` where the service keeps them by
   * itself or has no such setting.
   */
  readonly logExports: Fact<readonly string[] | null>;
  /** The authority that vouches for it, by the provider's name; `null` where that is not stated. */
  readonly authority: Fact<string | null>;
  /** Features of its engine that open it, by name, and that are turned on. */
  readonly riskySettings: Fact<readonly string[]>;
}

/** One permission of a security group, firewall or network ACL. */
export interface NetworkRuleFacts {
  readonly provider: CloudProvider;
  readonly direction: 'ingress' | 'egress';
  /**
   * Of a network ACL, which is asked beside security groups, and for answers too: these come in on ports of 1024 and
   * above.
   */
  readonly stateless: boolean;
  /** An entry of a network ACL denies when an earlier one denies all that it would allow. */
  readonly action: Fact<'allow' | 'deny'>;
  /** Lower case; `all` for every protocol. */
  readonly protocol: Fact<string>;
  /** 0 to 65535; both ends 0 and 65535 for every port. */
  readonly fromPort: Fact<number>;
  readonly toPort: Fact<number>;
  /** CIDR blocks (or provider words for everywhere, written as 0.0.0.0/0) on the other side. */
  readonly peers: Fact<readonly string[]>;
}

/** A policy that grants: IAM policy documents, role policies, Kubernetes roles. */
export interface AccessPolicyFacts {
  readonly system: 'aws-iam' | 'azure-rbac' | 'gcp-iam' | 'kubernetes-rbac';
  /** What it is the policy of: who holds it, a role as to who may take it, one thing, a bucket, a network's endpoint, a device. */
  readonly on: 'identity' | 'trust' | 'resource' | 'bucket' | 'endpoint' | 'device';
  readonly statements: readonly AccessStatementFacts[];
}

export interface AccessStatementFacts {
  readonly effect: Fact<'allow' | 'deny'>;
  /**
   * `s3:GetObject`, `*`; Kubernetes: `<group>/<resource>:<verb>`, the core group empty. Of a built-in role its name, and
   * `*` after it when it allows (nearly) everything.
   */
  readonly actions: Fact<readonly string[]>;
  /** ARNs or the like; `*` for all: also for all of a subscription, project, folder or organization. */
  readonly resources: Fact<readonly string[]>;
  /** Who may (trust and resource policies); empty for identity policies. `*` for anyone. */
  readonly principals: Fact<readonly string[]>;
  readonly conditional: Fact<boolean>;
  /** Anyone may, whoever they are: no principal and no condition keeps anyone out. False where it does not say who. */
  readonly open: Fact<boolean>;
  /** It names what it leaves out, as with `NotAction`, and allows all else; absent where it names what it allows. */
  readonly inverted?: Fact<boolean>;
}

/** Where Terraform keeps its state. */
export interface StateBackendFacts {
  /** `s3`, `azurerm`, `gcs`, `remote`, `cloud`, `local`, … */
  readonly type: Fact<string>;
  readonly encrypted: Fact<boolean>;
  readonly locked: Fact<boolean>;
  /** The name of the bucket or storage account that holds it; `null` for what is none. */
  readonly store: Fact<string | null>;
}

/** A root module or the like: a unit of infrastructure code that is applied as a whole. */
export interface StackFacts {
  readonly tool: 'terraform' | 'cloudformation';
  /**
   * Where it is written, relative to the scan's root, which is `''`: the root module's folder; its variable file, or the
   * folder and the workspace, when it has one for each environment, since each makes a stack; or the template.
   */
  readonly path: string;
  readonly providers: readonly string[];
  /** Which versions of its tool it takes, as written; `null` where it does not say. */
  readonly toolVersion: Fact<string | null>;
  /** Where it provisions, `eu-central-1`. */
  readonly regions: Fact<readonly string[]>;
  readonly resourceCount: number;
  /**
   * Addresses of the resources, for matching with the plan's `resources`; for a module whose code is not among the
   * files the address of its call, `module.x`.
   */
  readonly resources: readonly string[];
}

/** What binds a stack to accounts: the configuration of a provider that names them. */
export interface AccountBindingFacts {
  readonly provider: CloudProvider;
  /** Numbers of AWS accounts, ids of Azure subscriptions, names of Google Cloud projects: those that it works in. */
  readonly accounts: Fact<readonly string[]>;
}

/** A limit that the cloud holds costs against, and tells someone about. */
export interface BudgetFacts {
  readonly provider: CloudProvider;
  /** What may be spent in a period; `null` where that follows what was spent before, or changes from period to period. */
  readonly limit: Fact<number | null>;
  /** ISO 4217 code; `null` for the currency that the account is billed in. */
  readonly currency: Fact<string | null>;
  /** `null` for one that is none of these. */
  readonly period: Fact<'day' | 'month' | 'quarter' | 'year' | null>;
  /** It counts some costs only: those of a service or project, or of what has a tag. */
  readonly partial: Fact<boolean>;
  /** Percents of the limit at which it tells. */
  readonly thresholds: Fact<readonly number[]>;
  /** Who is told: addresses, topics, channels, groups, roles. */
  readonly notified: Fact<readonly string[]>;
}

/** What the cloud may renew by itself: engines of databases, caches and brokers, nodes of clusters. */
export interface UpgradeSettingFacts {
  readonly provider: CloudProvider;
  /** Small new versions, which mend what was found, come without anybody's help. */
  readonly automatic: Fact<boolean>;
}

/** What a resource is marked with, where the plan states tags: those of AWS and Azure, or labels of Google Cloud. */
export interface TaggingFacts {
  readonly provider: CloudProvider;
  /** Names of its tags, with those that the provider's configuration gives to all. */
  readonly names: Fact<readonly string[]>;
  /** There can be no others: none are given by who calls the code or makes the stack. */
  readonly complete: Fact<boolean>;
}

/**
 * A resource of Terraform or CloudFormation, or an object of Kubernetes, as it is written and evaluated: for policies of
 * one's own, where no other kind has the fact. Given only when a policy asks for it.
 */
export interface ResourceFacts {
  /** `aws_sqs_queue`, `AWS::SQS::Queue`, `apps/v1/Deployment`; data sources `data.aws_ami`. */
  readonly type: string;
  /** Its attributes and blocks; blocks are lists. What is not known is `{"unknown": reason}`. */
  readonly native: Native;
}
