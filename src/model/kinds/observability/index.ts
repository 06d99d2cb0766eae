/** What is watched, who is told, and what is kept of it. */
export type {
  AlertFacts,
  AlertLimitFacts,
  AlertRouteFacts,
  AlertRouterFacts,
  AlertTemplateFacts,
  InhibitionFacts,
  NotificationChannelFacts,
  ReceiverFacts,
  RouteTimingFacts,
  Signal,
} from './alert.ts';
export type {
  DashboardFacts,
  DashboardProviderFacts,
  DashboardVariableFacts,
  DataSourceFacts,
  PanelFacts,
} from './dashboard.ts';
export type { ObjectiveFacts } from './objective.ts';
export type {
  AuditTrailFacts,
  DatabaseRecordFacts,
  InventoryFacts,
  LogGroupFacts,
  ServiceLogFacts,
  ThreatDetectionFacts,
} from './logs.ts';
export type { QueryFacts, QueryPatternFacts } from './query.ts';
export type {
  LabelRequirement,
  MetricsCollectorFacts,
  RemoteWriteFacts,
  RuleFileFacts,
  RuleFilesFacts,
  RuleTestFacts,
  ScrapeFacts,
  ScrapeSelection,
} from './scrape.ts';
export type {
  TelemetryCollectorFacts,
  TelemetryListenerFacts,
  TelemetryPipelineFacts,
  TelemetrySignal,
  TelemetrySinkFacts,
  HolderFacts,
  TelemetryStageFacts,
  TelemetrySystem,
} from './telemetry.ts';
export type {
  InfrastructureConcern,
  InfrastructureWatchFacts,
  PlanDashboardFacts,
  PlanExemptionFacts,
  PlanMonitoringFacts,
  PlanThresholdFacts,
  StrangerFacts,
  WatchAspect,
  WatcherFacts,
  WatchFacts,
} from './watch.ts';
