import { known, purposeOf, type PlanMissingFacts } from '../../model/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import type { Statements } from '../read/statements.ts';
import { ASPECTS, PURPOSES } from './words.ts';

interface Bullet {
  readonly step: number;
  /** The task's bullet in a few words. */
  readonly title: string;
  /** Where it belongs in the plan. A `*` stands for each environment: its item below `environments`, else its name. */
  readonly path: string;
  /** Each environment may state it instead, there. */
  readonly orEach?: Path;
  /** Only production needs it. */
  readonly production?: true;
}

/** The task's bullets in its order, each with the statements that answer it. */
const BULLETS: readonly Bullet[] = [
  { step: 1, title: 'infrastructure requirements', path: 'environments.*.requirements' },
  { step: 1, title: 'cloud services or on-premise resources', path: 'environments.*.services' },
  {
    step: 1,
    title: 'network architecture',
    path: 'infrastructure.network.zones',
    orEach: ['network', 'zones'],
  },
  {
    step: 1,
    title: 'security groups',
    path: 'infrastructure.network.securityGroups',
    orEach: ['network', 'securityGroups'],
  },
  { step: 2, title: 'templates', path: 'infrastructure.tool' },
  { step: 2, title: 'infrastructure code', path: 'environments.*.infrastructure' },
  { step: 2, title: 'resource provisioning', path: 'infrastructure.provisioning' },
  { step: 2, title: 'environment-specific configuration', path: 'environments.*.configuration' },
  { step: 2, title: 'state management', path: 'infrastructure.state' },
  { step: 2, title: 'versioning', path: 'infrastructure.versions' },
  { step: 3, title: 'pipeline stages', path: 'delivery.stages' },
  { step: 3, title: 'deployment strategy', path: 'delivery.environments.*.strategy' },
  { step: 3, title: 'automated tests', path: 'delivery.tests' },
  { step: 3, title: 'approval gate', path: 'delivery.environments.*.approvals', production: true },
  { step: 3, title: 'quality checks', path: 'delivery.qualityGates' },
  { step: 3, title: 'rollback', path: 'delivery.environments.*.rollback' },
  { step: 4, title: 'roles and permissions', path: 'security.identity.roles' },
  { step: 4, title: 'secrets management', path: 'security.secrets' },
  { step: 4, title: 'network security controls', path: 'security.network' },
  { step: 4, title: 'security scanning', path: 'security.scanning' },
  { step: 4, title: 'compliance measures', path: 'security.compliance' },
  { step: 5, title: 'logging architecture', path: 'observability.logs' },
  { step: 5, title: 'monitoring of infrastructure and applications', path: 'observability.metrics.covers' },
  { step: 5, title: 'alerting thresholds', path: 'observability.alerts' },
  { step: 5, title: 'notifications', path: 'observability.notifications' },
  { step: 5, title: 'performance metrics', path: 'observability.metrics.performance' },
  { step: 5, title: 'dashboards', path: 'observability.dashboards' },
  { step: 6, title: 'backup strategies and frequency', path: 'recovery.backups' },
  { step: 6, title: 'recovery objectives', path: 'recovery.objectives' },
  { step: 6, title: 'high availability', path: 'recovery.availability' },
  { step: 6, title: 'incident response procedure', path: 'recovery.incidentResponse.procedure' },
  { step: 6, title: 'contacts in an incident', path: 'recovery.incidentResponse.contacts' },
  { step: 6, title: 'escalation', path: 'recovery.incidentResponse.escalation' },
  { step: 7, title: 'step-by-step deployment procedures', path: 'documents.procedures' },
  { step: 7, title: 'operational runbooks', path: 'documents.runbooks' },
  { step: 7, title: 'deployment verification procedures', path: 'documents.verification' },
  { step: 7, title: 'troubleshooting guides', path: 'documents.troubleshooting' },
  { step: 8, title: 'release date', path: 'timeline.release' },
  { step: 8, title: 'milestones', path: 'timeline.milestones' },
  { step: 8, title: 'people and teams', path: 'resources.people' },
  { step: 8, title: 'budget', path: 'resources.budget' },
  { step: 8, title: 'capacity', path: 'resources.capacity' },
];

/** Inputs of the task, and outputs that no step names. They belong to the first step. */
const ARCHITECTURE: readonly Bullet[] = [
  { step: 1, title: 'components', path: 'architecture.components' },
  { step: 1, title: 'architecture diagrams', path: 'architecture.diagrams' },
];

/** Bullets of the task that the plan has no statement on. Whether what it states is any good is for rules to say. */
export function missingStatements(plan: Statements): readonly PlanMissingFacts[] {
  const missing = [
    ...missingPurposes(plan),
    ...[...ARCHITECTURE, ...BULLETS].flatMap((bullet) => missingOf(plan, bullet)),
    ...missingRestores(plan),
    ...missingReviews(plan),
  ];
  return missing.sort((a, b) => a.step - b.step);
}

function missingOf(plan: Statements, bullet: Bullet): readonly PlanMissingFacts[] {
  const environments = plan.items(['environments']);
  if (!bullet.path.includes('*')) {
    const { orEach } = bullet;
    const elsewhere = orEach && environments.every((item) => !isEmpty(plan.value([...item, ...orEach])));
    return elsewhere === true ? [] : lacks(plan, bullet, bullet.path.split('.'));
  }
  return environments.flatMap((item) => {
    const name = plan.text([...item, 'name']).value;
    if (name === null || (bullet.production && !isProduction(plan, item, name))) return [];
    const steps = bullet.path.split('.');
    const key = steps[0] === 'environments' ? (item[1] ?? 0) : name;
    const path = steps.map((step) => (step === '*' ? key : step));
    return lacks(plan, { ...bullet, title: `${bullet.title} of ${name}` }, path);
  });
}

function isProduction(plan: Statements, item: Path, name: string): boolean {
  return (plan.oneOf([...item, 'purpose'], PURPOSES).value ?? purposeOf(name)) === 'production';
}

function lacks(
  plan: Statements,
  { step, title }: Pick<Bullet, 'step' | 'title'>,
  path: Path,
): PlanMissingFacts[] {
  if (!isEmpty(plan.value(path))) return [];
  return [{ step, title, path: known(path.join('.'), plan.location(path)) }];
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** The task asks for an environment of each purpose. */
function missingPurposes(plan: Statements): readonly PlanMissingFacts[] {
  const purposes = plan.items(['environments']).map((item) => {
    const { value } = plan.oneOf([...item, 'purpose'], PURPOSES);
    return value ?? purposeOf(plan.text([...item, 'name']).value ?? '');
  });
  return PURPOSES.filter((purpose) => !purposes.includes(purpose)).map((purpose) => ({
    step: 1,
    title: `${purpose} environment`,
    path: known('environments', plan.location(['environments'])),
  }));
}

function missingRestores(plan: Statements): readonly PlanMissingFacts[] {
  return plan.items(['recovery', 'backups']).flatMap((item) => {
    const component = plan.text([...item, 'component']).value;
    return component === null
      ? []
      : lacks(plan, { step: 6, title: `restore procedure of ${component}` }, [...item, 'restore']);
  });
}

/** What no sign-off covers. One that does not say what it covers is of the whole plan. */
function missingReviews(plan: Statements): readonly PlanMissingFacts[] {
  const items = plan.items(['review', 'signOffs']);
  const covered = new Set<string>(
    items.flatMap((item) => {
      const covers = plan.textsOf([...item, 'covers'], ASPECTS).value;
      return covers.length > 0 ? covers : ASPECTS;
    }),
  );
  return ASPECTS.filter((aspect) => !covered.has(aspect)).map((aspect) => ({
    step: 8,
    title: `review of ${aspect}`,
    path: known('review.signOffs', plan.location(['review', 'signOffs'])),
  }));
}
