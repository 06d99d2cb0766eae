import type {
  BranchProtectionFacts,
  DeployJobFacts,
  GateFacts,
  MigrationFacts,
  PipelineFacts,
} from './delivery.ts';
import type {
  CodeOwnersFacts,
  OrganizationFacts,
  PasswordPolicyFacts,
  RoleFacts,
  SignInFacts,
  UserGrantFacts,
} from './access.ts';
import type {
  BuildProjectFacts,
  CloudServiceFacts,
  ClusterFacts,
  FunctionAccessFacts,
  ImageSearchFacts,
  InstanceFacts,
  NodePoolFacts,
  RegistryFacts,
  ManagedWorkloadFacts,
  RepositoryFacts,
  RuntimeFacts,
  TaskDefinitionFacts,
} from './compute.ts';
import type {
  ArtifactProofFacts,
  BuildDependencyFacts,
  CodeDependencyFacts,
  UpdateConfigFacts,
} from './dependencies.ts';
import type { ArchitectureComponentFacts, DocumentFacts, PlanDocumentFacts } from './documents.ts';
import type {
  AddressSpaceFacts,
  ApiMethodFacts,
  CertificateFacts,
  DnsZoneFacts,
  EndpointFacts,
  GatewayFacts,
  NetworkFacts,
  RouteFacts,
  SecurityGroupFacts,
  WebAppFacts,
} from './edge.ts';
import type {
  AccessPolicyFacts,
  AccountBindingFacts,
  BudgetFacts,
  DatabaseFacts,
  NetworkRuleFacts,
  ObjectStoreFacts,
  ResourceFacts,
  StackFacts,
  StateBackendFacts,
  TaggingFacts,
  UpgradeSettingFacts,
} from './infrastructure.ts';
import type {
  AlertFacts,
  AlertRouterFacts,
  NotificationChannelFacts,
  AuditTrailFacts,
  DashboardFacts,
  DashboardProviderFacts,
  DatabaseRecordFacts,
  DataSourceFacts,
  InventoryFacts,
  LogGroupFacts,
  MetricsCollectorFacts,
  ObjectiveFacts,
  PanelFacts,
  QueryFacts,
  RuleFileFacts,
  RuleTestFacts,
  ScrapeFacts,
  ServiceLogFacts,
  TelemetryCollectorFacts,
  TelemetryPipelineFacts,
  ThreatDetectionFacts,
} from './observability/index.ts';
import type {
  PlanComponentFacts,
  PlanEnvironmentFacts,
  PlanFacts,
  PlanMilestoneFacts,
  PlanObjectiveFacts,
} from './plan.ts';
import type {
  GitopsProjectFacts,
  GitopsReleaseFacts,
  ReleaseAnalysisFacts,
  RollbackFacts,
  RolloutFacts,
} from './progressive.ts';
import type { BackupFacts, DataRemovalFacts, FailoverFacts, RestoreTestFacts } from './recovery.ts';
import type { CredentialFacts, KeptSecretFacts } from './secrets.ts';
import type {
  CacheFacts,
  DataServiceFacts,
  DiskFacts,
  FileSystemFacts,
  KeyFacts,
  KeyVaultFacts,
  QueueFacts,
  SearchDomainFacts,
} from './storage.ts';
import type {
  ClusterObjectFacts,
  ClusterProgramFacts,
  ClusterServiceFacts,
  DisruptionBudgetFacts,
  ImageBuildFacts,
  NetworkPolicyFacts,
  ResourceLimitFacts,
  RoleBindingFacts,
  WorkloadFacts,
} from './workload.ts';

/** Every kind of subject and its facts. The policies' input schema is generated from this table. */
export interface SubjectFacts {
  'object-store': ObjectStoreFacts;
  database: DatabaseFacts;
  disk: DiskFacts;
  'file-system': FileSystemFacts;
  cache: CacheFacts;
  queue: QueueFacts;
  'search-domain': SearchDomainFacts;
  'data-service': DataServiceFacts;
  key: KeyFacts;
  'key-vault': KeyVaultFacts;
  'network-rule': NetworkRuleFacts;
  'security-group': SecurityGroupFacts;
  'address-space': AddressSpaceFacts;
  'access-policy': AccessPolicyFacts;
  role: RoleFacts;
  'sign-in': SignInFacts;
  'user-grant': UserGrantFacts;
  'password-policy': PasswordPolicyFacts;
  organization: OrganizationFacts;
  credential: CredentialFacts;
  'kept-secret': KeptSecretFacts;
  'state-backend': StateBackendFacts;
  'code-dependency': CodeDependencyFacts;
  'update-config': UpdateConfigFacts;
  stack: StackFacts;
  resource: ResourceFacts;
  'cloud-service': CloudServiceFacts;
  repository: RepositoryFacts;
  instance: InstanceFacts;
  'image-search': ImageSearchFacts;
  'function-access': FunctionAccessFacts;
  cluster: ClusterFacts;
  'node-pool': NodePoolFacts;
  runtime: RuntimeFacts;
  registry: RegistryFacts;
  'task-definition': TaskDefinitionFacts;
  'managed-workload': ManagedWorkloadFacts;
  endpoint: EndpointFacts;
  gateway: GatewayFacts;
  'api-method': ApiMethodFacts;
  'web-app': WebAppFacts;
  network: NetworkFacts;
  route: RouteFacts;
  'dns-zone': DnsZoneFacts;
  certificate: CertificateFacts;
  workload: WorkloadFacts;
  'cluster-service': ClusterServiceFacts;
  'resource-limit': ResourceLimitFacts;
  'disruption-budget': DisruptionBudgetFacts;
  'network-policy': NetworkPolicyFacts;
  'role-binding': RoleBindingFacts;
  'cluster-program': ClusterProgramFacts;
  'cluster-object': ClusterObjectFacts;
  'image-build': ImageBuildFacts;
  rollout: RolloutFacts;
  'release-analysis': ReleaseAnalysisFacts;
  'gitops-release': GitopsReleaseFacts;
  'gitops-project': GitopsProjectFacts;
  pipeline: PipelineFacts;
  'deploy-job': DeployJobFacts;
  'build-dependency': BuildDependencyFacts;
  'artifact-proof': ArtifactProofFacts;
  'build-project': BuildProjectFacts;
  gate: GateFacts;
  'branch-protection': BranchProtectionFacts;
  rollback: RollbackFacts;
  migration: MigrationFacts;
  alert: AlertFacts;
  'alert-router': AlertRouterFacts;
  'notification-channel': NotificationChannelFacts;
  query: QueryFacts;
  dashboard: DashboardFacts;
  'dashboard-provider': DashboardProviderFacts;
  panel: PanelFacts;
  'data-source': DataSourceFacts;
  scrape: ScrapeFacts;
  'rule-file': RuleFileFacts;
  'rule-test': RuleTestFacts;
  'metrics-collector': MetricsCollectorFacts;
  objective: ObjectiveFacts;
  'audit-trail': AuditTrailFacts;
  inventory: InventoryFacts;
  'database-record': DatabaseRecordFacts;
  'threat-detection': ThreatDetectionFacts;
  'log-group': LogGroupFacts;
  'service-log': ServiceLogFacts;
  'telemetry-collector': TelemetryCollectorFacts;
  'telemetry-pipeline': TelemetryPipelineFacts;
  backup: BackupFacts;
  'data-removal': DataRemovalFacts;
  failover: FailoverFacts;
  'restore-test': RestoreTestFacts;
  budget: BudgetFacts;
  tagging: TaggingFacts;
  'account-binding': AccountBindingFacts;
  'upgrade-setting': UpgradeSettingFacts;
  document: DocumentFacts;
  'architecture-component': ArchitectureComponentFacts;
  'code-owners': CodeOwnersFacts;
  plan: PlanFacts;
  'plan-environment': PlanEnvironmentFacts;
  'plan-component': PlanComponentFacts;
  'plan-milestone': PlanMilestoneFacts;
  'plan-document': PlanDocumentFacts;
  'plan-objective': PlanObjectiveFacts;
}

export type SubjectKind = keyof SubjectFacts;
