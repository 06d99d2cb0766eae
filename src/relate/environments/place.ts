import { valueOf, type Subject, type SubjectKind } from '../../model/index.ts';
import { environmentNamed, environmentOf, type Plan } from '../../plan/index.ts';

/** Kinds whose place in the tree tells where they are applied. A pipeline serves whatever its jobs deploy to. */
const PLACED: Readonly<Record<SubjectKind, boolean>> = {
  'object-store': true,
  database: true,
  disk: true,
  'file-system': true,
  cache: true,
  queue: true,
  'search-domain': true,
  'data-service': true,
  key: true,
  'key-vault': true,
  'network-rule': true,
  'security-group': true,
  'address-space': true,
  'access-policy': true,
  role: true,
  'sign-in': false,
  'user-grant': false,
  'password-policy': false,
  organization: false,
  credential: false,
  'kept-secret': true,
  'state-backend': true,
  'code-dependency': true,
  'update-config': false,
  stack: true,
  resource: false,
  'cloud-service': true,
  repository: false,
  instance: true,
  'image-search': false,
  'function-access': true,
  cluster: true,
  'node-pool': false,
  runtime: false,
  registry: true,
  'task-definition': false,
  endpoint: true,
  gateway: true,
  'api-method': true,
  'web-app': true,
  network: true,
  route: false,
  'dns-zone': false,
  certificate: false,
  workload: true,
  'cluster-service': true,
  'resource-limit': true,
  'disruption-budget': true,
  'network-policy': true,
  'role-binding': true,
  'cluster-program': true,
  'cluster-object': false,
  'image-build': false,
  rollout: true,
  'release-analysis': true,
  'gitops-release': true,
  'gitops-project': false,
  pipeline: false,
  'deploy-job': false,
  'build-dependency': false,
  'artifact-proof': true,
  'build-project': true,
  gate: false,
  'branch-protection': false,
  rollback: false,
  migration: false,
  alert: true,
  'alert-router': true,
  'notification-channel': false,
  query: false,
  dashboard: false,
  'dashboard-provider': false,
  panel: false,
  'data-source': false,
  scrape: true,
  'rule-file': true,
  'rule-test': false,
  'metrics-collector': true,
  objective: true,
  'audit-trail': false,
  inventory: false,
  'database-record': true,
  'threat-detection': false,
  'service-log': true,
  'log-group': true,
  'managed-workload': true,
  'telemetry-collector': true,
  'telemetry-pipeline': true,
  backup: true,
  'data-removal': true,
  failover: true,
  'restore-test': true,
  budget: true,
  'upgrade-setting': true,
  tagging: true,
  'account-binding': true,
  document: false,
  'architecture-component': false,
  'code-owners': false,
  plan: false,
  'plan-environment': false,
  'plan-component': false,
  'plan-milestone': false,
  'plan-document': false,
  'plan-objective': false,
};

/** The subject in its environment by the plan: under the plan's name, and by its target or path if the format knew none. */
export function placeSubject(subject: Subject, plan: Plan | undefined): Subject {
  if (!plan) return subject;
  const environment = environmentIn(subject, plan);
  return environment === undefined || environment === subject.environment
    ? subject
    : { ...subject, environment };
}

function environmentIn(subject: Subject, plan: Plan): string | undefined {
  if (subject.environment !== undefined) return environmentNamed(plan, subject.environment)?.name;
  const target = targetOf(subject);
  if (target !== undefined) return environmentNamed(plan, target)?.name ?? target;
  return PLACED[subject.kind] ? environmentOf(plan, rootOf(subject)) : undefined;
}

function targetOf(subject: Subject): string | undefined {
  if (subject.kind !== 'deploy-job' && subject.kind !== 'gate' && subject.kind !== 'rollback')
    return undefined;
  return valueOf(subject.facts.target);
}

/**
 * Ids start with the file or the root folder. What a module of Terraform makes belongs to the root that calls it,
 * wherever the module lies.
 */
function rootOf({ id, location }: Subject): string {
  const colon = id.indexOf(':');
  return colon > 0 ? id.slice(0, colon) : location.file.path;
}
