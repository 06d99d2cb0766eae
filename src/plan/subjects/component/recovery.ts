import { known, type PlanComponentFacts, type SubjectOf } from '../../../model/index.ts';
import type { Path } from '../../../syntax/data/index.ts';
import {
  entryOf,
  judgedEnvironments,
  overridesOf,
  type Entry,
  type Overrides,
} from '../../read/overrides.ts';
import type { Statements } from '../../read/statements.ts';
import type { PlanOverrides } from '../../types.ts';
import { byComponent, referenceAt } from '../context.ts';
import { BACKUP_METHODS, FAILOVERS } from '../words.ts';

type Component = SubjectOf<'plan-component'>;

const LISTS = ['objectives', 'backups', 'availability'] as const;
type List = (typeof LISTS)[number];

/** What the plan states of the recovery of components. */
export interface RecoveryPromises {
  /** What holds wherever no environment has its own. */
  ofAll(component: Statements, name: string): RecoveryFacts;
  /** The component in each environment that has its own. */
  ofEach(component: Component): readonly Component[];
}

type RecoveryFacts = Pick<
  PlanComponentFacts,
  | 'rpoHours'
  | 'rtoHours'
  | 'backupsStated'
  | 'backupEveryHours'
  | 'backupKeepDays'
  | 'backupMethod'
  | 'backupCopies'
  | 'backupEncrypted'
  | 'backupImmutable'
  | 'restoreProcedure'
  | 'restoreTakesHours'
  | 'replicas'
  | 'zones'
  | 'failover'
  | 'standbyRegion'
>;

interface Own extends Overrides {
  readonly lists: Readonly<Record<List, ReadonlyMap<string, Path>>>;
}

export function recoveryPromises(plan: Statements): RecoveryPromises {
  const stated = listsAt(plan, []);
  const own = overridesOf(plan).map((one) => ({ ...one, lists: listsAt(plan, one.path) }));
  const judged = judgedEnvironments(plan);
  const counts = backupsStated(plan);
  const entries = (component: string, one?: Own): Readonly<Record<List, Entry>> =>
    recordOf((list) => {
      const at = one?.lists[list].get(component);
      const path: Path = ['recovery', list];
      return entryOf(plan, at ? [at] : [], stated[list].get(component) ?? path);
    });
  return {
    ofAll: (component, name) => {
      const all = entries(name);
      const held = (lists: readonly List[]): boolean =>
        judged.length === 0 ||
        judged.some(
          (environment) => !own.some((one) => one.environment === environment && has(one, name, lists)),
        );
      const [data, availability] = [held(DATA), held(AVAILABILITY)];
      return factsOf(component, {
        ...(data && { objectives: all.objectives, backups: all.backups, count: counts.get(name) ?? 0 }),
        ...(availability && { availability: all.availability }),
      });
    },
    ofEach: (component) =>
      own
        .filter((one) => has(one, component.name, LISTS))
        .map((one) => inEnvironment(plan, component, one, entries(component.name, one))),
  };
}

/** What is saved, and how much may be lost, belong together: an environment that states one has both. */
const DATA: readonly List[] = ['objectives', 'backups'];
const AVAILABILITY: readonly List[] = ['availability'];

function inEnvironment(
  plan: Statements,
  component: Component,
  one: Own,
  entries: Readonly<Record<List, Entry>>,
): Component {
  const { name, id, facts } = component;
  const list = LISTS.find((each) => one.lists[each].has(name)) ?? 'backups';
  const own = one.lists[list].get(name) ?? one.path;
  const data = has(one, name, DATA);
  return {
    ...component,
    id: `${id}@${one.environment}`,
    name: `${name} in ${one.environment}`,
    environment: one.environment,
    location: plan.location([...own, 'component']),
    facts: {
      ...facts,
      // All else is said, and judged, once.
      criticality: known('low'),
      coverage: [],
      exemptions: [],
      ...factsOf(plan.from([...own, 'component']), {
        ...(data && { objectives: entries.objectives, backups: entries.backups, count: 1 }),
        ...(has(one, name, AVAILABILITY) && { availability: entries.availability }),
      }),
    },
  };
}

/** The facts of the entries that hold; those of others are absent. */
function factsOf(
  component: Statements,
  held: Partial<Record<List, Entry>> & { readonly count?: number },
): RecoveryFacts {
  const at = (list: List): Entry => held[list] ?? ((key) => ['recovery', list, 'none', key]);
  const [objective, backup, availability] = [at('objectives'), at('backups'), at('availability')];
  return {
    rpoHours: component.hours(objective('rpo')),
    rtoHours: component.hours(objective('rto')),
    backupsStated: known(held.count ?? 0, component.location(backup('component').slice(0, -1))),
    backupEveryHours: component.hours(backup('every')),
    backupKeepDays: component.number(backup('keepDays')),
    backupMethod: component.oneOf(backup('method'), BACKUP_METHODS),
    backupCopies: component.items(backup('copies')).map((copy) => ({
      region: component.text([...copy, 'region']),
      account: component.text([...copy, 'account']),
    })),
    backupEncrypted: component.boolean(backup('encrypted')),
    backupImmutable: component.boolean(backup('immutable')),
    restoreProcedure: referenceAt(component, backup('restore')),
    restoreTakesHours: component.hours(backup('restoreTakes')),
    replicas: component.number(availability('replicas')),
    zones: component.number(availability('zones')),
    failover: component.oneOf(availability('failover'), FAILOVERS),
    standbyRegion: component.text(availability('standbyRegion')),
  };
}

/** Which environments have their own of a component's data or availability, for what the files are held against. */
export function overriddenIn(plan: Statements): PlanOverrides {
  const overrides = overridesOf(plan).map((one) => ({ ...one, lists: listsAt(plan, one.path) }));
  const of = (component: string, lists: readonly List[]): readonly string[] =>
    overrides.filter((one) => has(one, component, lists)).map(({ environment }) => environment);
  return {
    data: (component) => of(component, DATA),
    availability: (component) => of(component, AVAILABILITY),
  };
}

function has({ lists }: Own, component: string, of: readonly List[]): boolean {
  return of.some((list) => lists[list].has(component));
}

function listsAt(plan: Statements, above: Path): Own['lists'] {
  return recordOf((list) => byComponent(plan, [...above, 'recovery', list]));
}

function recordOf<T>(of: (list: List) => T): Readonly<Record<List, T>> {
  return { objectives: of('objectives'), backups: of('backups'), availability: of('availability') };
}

function backupsStated(plan: Statements): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of plan.items(['recovery', 'backups'])) {
    const component = plan.text([...item, 'component']).value;
    if (component !== null) counts.set(component, (counts.get(component) ?? 0) + 1);
  }
  return counts;
}
