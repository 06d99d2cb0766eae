/** Subjects and facts: what formats give and policies judge. */
export { detachTexts } from './detach.ts';
export { requestsOf } from './requests.ts';
export { drawnSubject } from './drawn.ts';
export type { DrawnComponent } from './drawn.ts';
export { isNative, isUnknown, known, unknown, valueOf } from './fact.ts';
export type { Fact, Native, Unknown } from './fact.ts';
export { locateFact, toInput } from './subject.ts';
export type { InputSubject, Subject, SubjectOf } from './subject.ts';
export { purposeOf } from './environment.ts';
export type { EnvironmentPurpose } from './environment.ts';
export type { CodeOwnersFacts, GuardedFacts, RoleFacts } from './kinds/access.ts';
export type { SubjectFacts, SubjectKind } from './kinds/index.ts';
export type {
  BuildProjectFacts,
  CloudServiceFacts,
  ClusterFacts,
  FunctionAccessFacts,
  InstanceFacts,
  RegistryFacts,
} from './kinds/compute.ts';
export type {
  BranchProtectionFacts,
  CheckFacts,
  DeployJobFacts,
  GateFacts,
  MigrationFacts,
  PipelineFacts,
  PipelineSurface,
  PipelineSystem,
  StageFacts,
  StageKind,
  StartFacts,
} from './kinds/delivery.ts';
export type { BuildDependencyFacts, CodeDependencyFacts, UpdateConfigFacts } from './kinds/dependencies.ts';
export type {
  DocumentFacts,
  DocumentReferenceFacts,
  LinkFacts,
  PlanDocumentFacts,
  SectionFacts,
  SectionTopic,
} from './kinds/documents.ts';
export type { ApiMethodFacts, EndpointFacts, GatewayFacts, NetworkFacts, WebAppFacts } from './kinds/edge.ts';
export type {
  AccessPolicyFacts,
  AccessStatementFacts,
  BudgetFacts,
  CloudProvider,
  DatabaseFacts,
  NetworkRuleFacts,
  ObjectStoreFacts,
  StackFacts,
  StateBackendFacts,
  TaggingFacts,
} from './kinds/infrastructure.ts';
export type {
  AlertFacts,
  AlertLimitFacts,
  AlertRouteFacts,
  AlertRouterFacts,
  AlertTemplateFacts,
  DashboardFacts,
  DashboardVariableFacts,
  DatabaseRecordFacts,
  DataSourceFacts,
  InfrastructureConcern,
  InfrastructureWatchFacts,
  InhibitionFacts,
  NotificationChannelFacts,
  LabelRequirement,
  LogGroupFacts,
  MetricsCollectorFacts,
  ObjectiveFacts,
  PanelFacts,
  PlanDashboardFacts,
  PlanExemptionFacts,
  PlanMonitoringFacts,
  PlanThresholdFacts,
  QueryFacts,
  QueryPatternFacts,
  ReceiverFacts,
  RemoteWriteFacts,
  RuleTestFacts,
  ScrapeFacts,
  ScrapeSelection,
  Signal,
  StrangerFacts,
  TelemetryCollectorFacts,
  TelemetryListenerFacts,
  TelemetryPipelineFacts,
  TelemetrySignal,
  TelemetrySinkFacts,
  TelemetryStageFacts,
  HolderFacts,
  TelemetrySystem,
  WatchAspect,
  WatcherFacts,
  WatchFacts,
} from './kinds/observability/index.ts';
export type {
  PlanComponentFacts,
  PlanCoverageFacts,
  PlanEnvironmentFacts,
  PlanFacts,
  PlanMilestoneFacts,
  PlanIncidentFacts,
  PlanMissingFacts,
  PlanReviewAspect,
  PlanSignOffFacts,
} from './kinds/plan.ts';
export type {
  PlanNamedFacts,
  PlanNetworkFacts,
  PlanNotificationFacts,
  PlanReferenceFacts,
  PlanRiskFacts,
  PlanSecurityFacts,
  PlanServiceFacts,
  PlanStageFacts,
} from './kinds/planned/index.ts';
export type {
  PlanBookingFacts,
  PlanBudgetFacts,
  PlanCapacityFacts,
  PlanCostFacts,
  PlanDemandFacts,
  PlanDesignFacts,
  PlanPersonFacts,
  PlanScheduleFacts,
  PlanTailoringFacts,
  PlanTimelineFacts,
} from './kinds/planned/feasibility.ts';
export type { DeployWindowsFacts, FreezeFacts } from './kinds/planned/release-times.ts';
export type {
  GitopsFreezeFacts,
  GitopsReleaseFacts,
  MetricEffect,
  ReleaseAnalysisFacts,
  ReleaseMetricFacts,
  RollbackFacts,
  RollbackMechanism,
  RolloutFacts,
  SyncWindowFacts,
  TemplateReferenceFacts,
} from './kinds/progressive.ts';
export type { BackupFacts, BackupMethod, FailoverFacts, PlanCopyFacts } from './kinds/recovery.ts';
export type { CredentialFacts } from './kinds/secrets.ts';
export type {
  CacheFacts,
  DataServiceFacts,
  DiskFacts,
  FileSystemFacts,
  KeyFacts,
  KeyVaultFacts,
  QueueFacts,
  SearchDomainFacts,
} from './kinds/storage.ts';
export type {
  AskedFacts,
  ClusterProgramFacts,
  ClusterServiceFacts,
  ContainerFacts,
  HostPathFacts,
  GivenFacts,
  RefusalFacts,
  RequestFacts,
  ResourceLimitFacts,
  RolloutStrategy,
  WorkloadFacts,
} from './kinds/workload.ts';
