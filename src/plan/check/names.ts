import { closest } from '../../errors/index.ts';
import type { Diagnostic, Location } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { select } from './select.ts';

type NameKind = 'environment' | 'component' | 'person' | 'milestone' | 'stage' | 'price';

/** Lists of an environment's own values, each as the plan has it for all. */
const OVERRIDDEN: readonly string[] = [
  'observability.alerts',
  'recovery.objectives',
  'recovery.backups',
  'recovery.availability',
].map((list) => `environments.*.overrides.${list}`);

/** Where names are given, and where the plan refers to them; a final `~` is for the keys of a mapping. */
const NAMES: Readonly<Record<NameKind, { given: string; used: readonly string[] }>> = {
  environment: {
    given: 'environments.*.name',
    used: [
      'delivery.stages.*.environment',
      'delivery.environments.~',
      'security.identity.roles.*.environments.*',
      'recovery.drills.environment',
      'timeline.freezes.*.environments.*',
      'resources.budget.monthly.~',
      'resources.capacity.*.environment',
      ...ofDocuments('environments'),
    ],
  },
  component: {
    given: 'architecture.components.*.name',
    used: [
      'architecture.components.*.dependsOn.*',
      'environments.*.services.*.components.*',
      'environments.*.network.zones.*.components.*',
      'environments.*.network.securityGroups.*.protects.*',
      'infrastructure.network.zones.*.components.*',
      'infrastructure.network.securityGroups.*.protects.*',
      'security.secrets.items.*.usedBy.*',
      'observability.alerts.*.component',
      'observability.dashboards.*.components.*',
      'observability.objectives.*.component',
      'recovery.objectives.*.component',
      'recovery.backups.*.component',
      'recovery.availability.*.component',
      ...OVERRIDDEN.map((list) => `${list}.*.component`),
      ...ofDocuments('components'),
    ],
  },
  person: {
    given: 'resources.people.*.name',
    used: [
      'owner',
      'architecture.components.*.owner',
      'architecture.components.*.notMonitored.*.approvedBy',
      'observability.notMonitored.*.approvedBy',
      'delivery.environments.*.approvals.by.*',
      'delivery.environments.*.deployedBy.*',
      'delivery.environments.*.rollback.decidedBy',
      'security.compliance.*.owner',
      'recovery.incidentResponse.contacts.*.person',
      'recovery.incidentResponse.escalation.*.to',
      'recovery.incidentResponse.communication.owner',
      'timeline.milestones.*.owner',
      'resources.people.*.deputy',
      'review.signOffs.*.person',
      'review.risks.*.owner',
      'criteria.*.approvedBy',
    ],
  },
  milestone: { given: 'timeline.milestones.*.id', used: ['timeline.milestones.*.dependsOn.*'] },
  stage: {
    given: 'delivery.stages.*.name',
    used: ['delivery.stages.*.after.*', 'delivery.qualityGates.*.stage', 'security.scanners.*.stage'],
  },
  price: { given: 'resources.prices.*.size', used: [] },
};

/** Comparing every wrong name with more names than that would take long, and no plan of people has so many. */
const MANY = 500;

/** Words for messages, and where such names are given. */
const WORDS: Readonly<Record<NameKind, { one: string; many: string; place: string }>> = {
  environment: { one: 'environment', many: 'environments', place: 'environments' },
  component: { one: 'component', many: 'components', place: 'architecture.components' },
  person: { one: 'person or team', many: 'people', place: 'resources.people' },
  milestone: { one: 'milestone', many: 'milestones', place: 'timeline.milestones' },
  stage: { one: 'stage', many: 'stages', place: 'delivery.stages' },
  price: { one: 'price', many: 'prices', place: 'resources.prices' },
};

/** Names given twice, and references to names that nothing in the plan has. */
export function checkNames(document: DataDocument): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const kind of Object.keys(NAMES) as NameKind[]) {
    const given = new Map<string, Location>();
    for (const { path, value: name } of select(document.value, NAMES[kind].given)) {
      if (typeof name !== 'string') continue;
      const first = given.get(name);
      if (first) diagnostics.push(duplicate(kind, name, document.locate(path), first));
      else given.set(name, document.locate(path));
    }
    // Who works on it is a statement of its own; a plan without it is incomplete, but not wrong.
    if (kind === 'person' && given.size === 0) continue;
    const names = [...given.keys()];
    for (const { name, location } of NAMES[kind].used.flatMap((pattern) => references(document, pattern)))
      if (!given.has(name)) diagnostics.push(unknownName(kind, name, location, names));
  }
  return diagnostics;
}

function references(
  document: DataDocument,
  pattern: string,
): readonly { readonly name: string; readonly location: Location }[] {
  const ofKeys = pattern.endsWith('~');
  return select(document.value, pattern).flatMap(({ path, value }) => {
    const name = ofKeys ? path.at(-1) : value;
    if (typeof name !== 'string' || name === '') return [];
    return [{ name, location: document.locate(path, ofKeys ? 'key' : 'value') }];
  });
}

function duplicate(kind: NameKind, name: string, location: Location, first: Location): Diagnostic {
  return {
    code: 'plan/duplicate-name',
    level: 'error',
    message: `There are two ${WORDS[kind].many} ${kind === 'price' ? 'of' : 'named'} "${name}".`,
    path: location.file.path,
    location,
    related: [{ location: first, message: 'first named here' }],
    help: kind === 'price' ? 'Remove one of them.' : 'Rename one of them.',
  };
}

/** A name that the plan does not have, with the one that may be meant. */
export function unknownName(
  kind: NameKind,
  name: string,
  location: Location,
  names: readonly string[],
): Diagnostic {
  const { one, many, place } = WORDS[kind];
  const meant = names.length <= MANY ? closest(name, names) : undefined;
  const listed = `${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`;
  const known = names.length > 0 ? `The plan has ${listed}.` : `The plan has no ${many}.`;
  return {
    code: `plan/unknown-${kind}`,
    level: 'error',
    message: `The plan has no ${one} "${name}".`,
    path: location.file.path,
    location,
    help: meant === undefined ? `${known} Add it to ${place}, or mend the name.` : `Did you mean "${meant}"?`,
  };
}

function ofDocuments(key: string): readonly string[] {
  return ['procedures', 'runbooks', 'verification', 'troubleshooting'].map(
    (list) => `documents.${list}.*.${key}.*`,
  );
}
