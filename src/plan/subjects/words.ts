import type {
  BackupMethod,
  EnvironmentPurpose,
  InfrastructureConcern,
  PlanComponentFacts,
  PlanNotificationFacts,
  PlanReviewAspect,
  RollbackMechanism,
  RolloutStrategy,
  Signal,
  StageKind,
  PlanThresholdFacts,
} from '../../model/index.ts';
import type { CriterionId } from '../../policy/index.ts';

type ValueIn<F extends keyof PlanComponentFacts> = PlanComponentFacts[F] extends { value: infer V }
  ? Extract<V, string>
  : never;

// The schema's choices, as the model names them; a test holds the two against each other.
export const PURPOSES: readonly EnvironmentPurpose[] = ['development', 'staging', 'production'];
export const STRATEGIES: readonly RolloutStrategy[] = ['rolling', 'recreate', 'canary', 'blue-green'];
export const MECHANISMS: readonly RollbackMechanism[] = [
  'redeploy',
  'rollout-undo',
  'rollout-abort',
  'helm-rollback',
  'traffic-switch',
  'deployment-service',
  'feature-flag',
  'restore',
];
export const STAGES: readonly StageKind[] = [
  'build',
  'test',
  'scan',
  'sign',
  'package',
  'migrate',
  'deploy',
  'verify',
  'notify',
  'rollback',
];
export const SIGNALS: readonly Signal[] = ['availability', 'latency', 'errors', 'traffic', 'saturation'];
export const COMPONENT_KINDS: readonly ValueIn<'type'>[] = [
  'service',
  'database',
  'object-store',
  'queue',
  'cache',
  'external',
];
export const BACKUP_METHODS: readonly BackupMethod[] = [
  'snapshot',
  'continuous',
  'dump',
  'replication',
  'versioning',
];
export const FAILOVERS: readonly ValueIn<'failover'>[] = ['automatic', 'manual', 'none'];
export const CRITICALITIES: readonly ValueIn<'criticality'>[] = ['critical', 'standard', 'low'];
export const DATA_CLASSES: readonly ValueIn<'dataClass'>[] = [
  'public',
  'internal',
  'confidential',
  'personal',
  'payment',
  'health',
];
export const IDENTITIES: readonly ('federated' | 'static')[] = ['federated', 'static'];
export const CRITERIA: readonly CriterionId[] = [
  'devops-practices',
  'security-compliance',
  'delivery-pipeline',
  'monitoring-alerting',
  'rollback',
  'timeline-resources',
];
export const ASPECTS: readonly PlanReviewAspect[] = [
  'completeness',
  'feasibility',
  'security',
  'compliance',
  'timeline',
  'resources',
];
export const CONCERNS: readonly InfrastructureConcern[] = [
  'nodes',
  'disks',
  'certificates',
  'backups',
  'heartbeat',
];
export const LOG_SOURCES: readonly string[] = [
  'application',
  'access',
  'audit',
  'infrastructure',
  'database',
  'pipeline',
];
export const METRICS: readonly string[] = ['infrastructure', 'applications', 'databases', 'business'];
export const UNITS: readonly Extract<PlanThresholdFacts['unit']['value'], string>[] = [
  'percent',
  'seconds',
  'milliseconds',
  'per-second',
  'count',
  'bytes',
];
export const CHANNELS: readonly Extract<PlanNotificationFacts['channel']['value'], string>[] = [
  'pager',
  'chat',
  'mail',
  'ticket',
  'webhook',
];
