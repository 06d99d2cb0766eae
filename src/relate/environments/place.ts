import { valueOf, type Subject, type SubjectKind } from '../../model/index.ts';
import { environmentNamed, environmentOf, type Plan } from '../../plan/index.ts';

/** Kinds whose place in the tree tells where they are applied. A pipeline serves whatever its jobs deploy to. */
const PLACED: ReadonlySet<SubjectKind> = new Set<SubjectKind>([
  'object-store',
  'database',
  'disk',
  'file-system',
  'cache',
  'queue',
  'search-domain',
  'data-service',
  'key',
  'key-vault',
  'network-rule',
  'access-policy',
  'state-backend',
  'code-dependency',
  'stack',
  'instance',
  'function-access',
  'cluster',
  'registry',
  'endpoint',
  'gateway',
  'api-method',
  'web-app',
  'network',
  'workload',
  'rollout',
  'release-analysis',
  'gitops-release',
  'build-project',
  'alert',
  'alert-router',
  'backup',
  'budget',
  'tagging',
]);

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
  return PLACED.has(subject.kind) ? environmentOf(plan, rootOf(subject)) : undefined;
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
