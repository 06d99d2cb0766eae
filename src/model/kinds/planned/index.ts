import type { Fact } from '../../fact.ts';
import type { StageKind } from '../delivery.ts';
import type { Signal } from '../observability/index.ts';

/** Names a file, perhaps with an anchor, that the plan says exists. */
export interface PlanReferenceFacts {
  readonly path: Fact<string>;
  /** Joined. */
  readonly exists: Fact<boolean>;
}

/** A file or folder that the plan names for all of its environments. */
export interface PlanNamedFacts extends PlanReferenceFacts {
  readonly role: 'diagram' | 'architecture document' | 'pipeline' | 'module';
}

/** Networks of the plan, or of one of its environments. Absent statements are `null` or empty. */
export interface PlanNetworkFacts {
  /** It says something of networks at all. */
  readonly stated: Fact<boolean>;
  readonly cidr: Fact<string | null>;
  readonly zones: readonly PlanZoneFacts[];
  readonly groups: readonly PlanSecurityGroupFacts[];
}

/** A subnet or zone. */
export interface PlanZoneFacts {
  readonly name: Fact<string>;
  readonly exposure: Fact<'public' | 'private' | 'isolated' | null>;
  readonly cidr: Fact<string | null>;
}

/** A security group, firewall or network policy. */
export interface PlanSecurityGroupFacts {
  readonly name: Fact<string>;
  /** It says what may come in, so that everything else must not. */
  readonly complete: Fact<boolean>;
  readonly allows: readonly {
    /** A zone, a security group, a component, an address block, or `internet`. */
    readonly from: Fact<string>;
    readonly ports: Fact<readonly number[]>;
    readonly protocol: Fact<string>;
  }[];
}

/** A cloud service or an on-premise resource that an environment needs. */
export interface PlanServiceFacts {
  /** As written: `eks`, `rds-postgres`. */
  readonly service: Fact<string>;
  readonly type: Fact<string | null>;
  readonly hosting: Fact<'cloud' | 'on-premise'>;
  readonly size: Fact<string | null>;
  readonly count: Fact<number | null>;
  readonly storageGib: Fact<number | null>;
}

/** How versions of the infrastructure code and its dependencies are fixed. */
export interface PlanVersionsFacts {
  readonly tool: Fact<string | null>;
  readonly providersPinned: Fact<boolean | null>;
  readonly modulesPinned: Fact<boolean | null>;
}

/** What the pipeline builds, and where that is kept. */
export interface PlanArtifactsFacts {
  readonly registry: Fact<string | null>;
  readonly immutable: Fact<boolean | null>;
  readonly signed: Fact<boolean | null>;
  readonly provenance: Fact<boolean | null>;
  readonly sbom: Fact<boolean | null>;
}

/** A check that stops a release. */
export interface PlanQualityGateFacts {
  readonly name: Fact<string>;
  readonly measure: Fact<string>;
  readonly atLeast: Fact<number | null>;
  readonly atMost: Fact<number | null>;
  readonly unit: Fact<string>;
  readonly blocking: Fact<boolean>;
}

/** What scans, for what, and what stops the release. */
export interface PlanScannerFacts {
  readonly type: Fact<string>;
  readonly tool: Fact<string | null>;
  readonly failOn: Fact<'low' | 'medium' | 'high' | 'critical' | null>;
}

/** A role, who takes it and what it may do. */
export interface PlanRoleFacts {
  readonly name: Fact<string>;
  readonly usedBy: Fact<'pipeline' | 'component' | 'people' | null>;
  /** Environments that it is valid in; none where it does not say, which means all. */
  readonly environments: Fact<readonly string[]>;
  /** None where it does not say. */
  readonly permissions: Fact<readonly string[]>;
}

/** A secret by its name. */
export interface PlanSecretFacts {
  readonly name: Fact<string>;
  /** Its own, else that of all secrets. */
  readonly rotationDays: Fact<number | null>;
}

/** A measure that answers to a framework. */
export interface PlanComplianceFacts {
  readonly framework: Fact<string>;
  readonly requirement: Fact<string | null>;
  readonly measure: Fact<string>;
  /** Where that can be seen. */
  readonly evidence: readonly PlanReferenceFacts[];
}

/** When an environment may be deployed to. */
export interface PlanWindowFacts {
  /** `monday` and so on. */
  readonly days: Fact<readonly string[]>;
  /** HH:MM. */
  readonly from: Fact<string | null>;
  readonly to: Fact<string | null>;
  readonly timeZone: Fact<string | null>;
}

/** How a deployment to an environment is judged and verified. */
export interface PlanVerificationFacts {
  /** `rollout-status`, `health-check`, `smoke-test`, `metrics`, `manual`. */
  readonly checks: Fact<readonly string[]>;
  /** What decides whether a canary or blue/green release goes on. */
  readonly signals: Fact<readonly Signal[]>;
}

/** Who is told of which severity, and how. */
export interface PlanNotificationFacts {
  readonly severity: Fact<string>;
  readonly receiver: Fact<string>;
  readonly channel: Fact<'pager' | 'chat' | 'mail' | 'ticket' | 'webhook' | null>;
}

/** A stage of the plan's pipeline. */
export interface PlanStageFacts {
  readonly name: Fact<string>;
  readonly kind: Fact<StageKind>;
  readonly environment: Fact<string | null>;
  /** A failure stops the pipeline; so unless the plan says otherwise. */
  readonly blocking: Fact<boolean>;
}

export interface PlanSecurityFacts {
  readonly pipelineIdentity: Fact<'federated' | 'static' | null>;
  readonly leastPrivilege: Fact<boolean | null>;
  /** Names of the roles that the plan defines. */
  readonly roles: Fact<readonly string[]>;
  readonly secretsManager: Fact<string | null>;
  readonly secretsRotationDays: Fact<number | null>;
  readonly encryptedAtRest: Fact<boolean | null>;
  readonly encryptedInTransit: Fact<boolean | null>;
}

export interface PlanRiskFacts {
  readonly title: Fact<string>;
  readonly owner: Fact<string | null>;
  readonly mitigation: Fact<string | null>;
}
