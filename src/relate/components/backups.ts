import {
  known,
  unknown,
  valueOf,
  type DatabaseFacts,
  type Fact,
  type PlanComponentFacts,
  type SubjectOf,
} from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { Location } from '../../source/index.ts';
import { firstUnknown, MAX_RELATED, relatedTo } from '../facts.ts';
import { groupBy, type Subjects } from '../subjects.ts';
import { withoutKeys, type Instance } from './resources.ts';

/** What continuous recovery logs lose at most. */
const CONTINUOUS_HOURS = 5 / 60;
const FOREVER_DAYS = 36_500;

/** A copy that is made of something: how often, and how long it is kept. */
interface Protection {
  readonly hours: Fact<number>;
  readonly days: Fact<number>;
}

export interface Backups {
  /** By the ids and addresses that they cover. */
  readonly byCovered: ReadonlyMap<string, readonly SubjectOf<'backup'>[]>;
  readonly uncertain: readonly SubjectOf<'backup'>[];
  readonly databases: ReadonlyMap<string, SubjectOf<'database'>>;
  readonly stores: ReadonlyMap<string, SubjectOf<'object-store'>>;
}

export function indexBackups(subjects: Subjects): Backups {
  const backups = subjects.of('backup');
  return {
    byCovered: groupBy(backups, ({ facts }) => [...new Set(valueOf(facts.covers) ?? [])]),
    uncertain: backups.filter(({ facts }) => valueOf(facts.covers) === undefined),
    databases: new Map(subjects.of('database').map((database) => [database.id, database])),
    stores: new Map(subjects.of('object-store').map((store) => [store.id, store])),
  };
}

type FoundFacts = Pick<PlanComponentFacts, 'foundBackupHours' | 'foundRetentionDays'>;

/** The backups of a component's instances; of several instances the worst protected counts. */
export function backupsOf(
  component: SubjectOf<'plan-component'>,
  instances: readonly Instance[],
  backups: Backups,
  plan: Plan | undefined,
): FoundFacts {
  const { facts, name } = component;
  const both = (fact: Fact<number | null>): FoundFacts => ({
    foundBackupHours: fact,
    foundRetentionDays: fact,
  });
  if (instances.length === 0) {
    const kept =
      facts.type.value === 'database' ||
      facts.type.value === 'object-store' ||
      facts.backupEveryHours.value !== null;
    if (facts.resources.length > 0)
      return both(unknown(`the resources of ${name} were not found in the files`));
    return both(kept ? unknown(`the plan does not say which resources are ${name}`) : known(null));
  }
  const versioned = plan?.versionedStores.has(name) ?? false;
  const protections = protectionsBy(instances, backups, versioned);
  const bare = protections.find(({ list }) => list.length === 0);
  if (bare) {
    const { stack } = bare;
    const open = backups.uncertain.find(
      ({ environment }) => !environment || environment === stack.environment,
    );
    if (open)
      return both(
        unknown(`what ${open.name} covers is not known`, undefined, relatedTo([open], 'a backup is here')),
      );
    return both(known(null, undefined, relatedTo([stack], 'nothing here makes copies of it')));
  }
  const hours = protections.map(({ list }) =>
    best(
      list.map((one) => one.hours),
      Math.min,
    ),
  );
  const days = protections.map(({ list }) =>
    best(
      list.map((one) => one.days),
      Math.max,
    ),
  );
  return { foundBackupHours: best(hours, Math.max), foundRetentionDays: best(days, Math.min) };
}

interface Protected {
  readonly stack: SubjectOf<'stack'>;
  readonly list: readonly Protection[];
}

/**
 * What makes copies, for each instance that holds data. Where none is known to hold any, the instances of a stack
 * are taken together: a queue's policy needs no backup of its own.
 */
function protectionsBy(
  instances: readonly Instance[],
  backups: Backups,
  versioned: boolean,
): readonly Protected[] {
  const each = instances.map((instance) => {
    const id = `${instance.stack.facts.path}:${instance.address}`;
    const list = protectionsOf(instance, id, backups, versioned);
    const database = backups.databases.get(id);
    // What follows another database all the time is saved with it.
    const follows = database !== undefined && valueOf(database.facts.replica) === true;
    const holdsData = (database !== undefined && !follows) || backups.stores.has(id);
    return { stack: instance.stack, list, holdsData };
  });
  const holding = each.filter(({ holdsData }) => holdsData);
  if (holding.length > 0) return holding;
  const byStack = groupBy(each, ({ stack }) => [stack]);
  return [...byStack].map(([stack, members]) => ({ stack, list: members.flatMap(({ list }) => list) }));
}

/** The value that is chosen, related to every place that had a say. */
function best(facts: readonly Fact<number>[], choose: (...values: number[]) => number): Fact<number> {
  const [first, ...others] = facts.flatMap((fact) => valueOf(fact) ?? []);
  const related = facts.flatMap((fact) => fact.related ?? []).slice(0, MAX_RELATED);
  return (
    firstUnknown(facts) ??
    known(
      others.reduce((a, b) => choose(a, b), first ?? 0),
      undefined,
      related,
    )
  );
}

/** The same fact without a place of its own, since it becomes one of the plan's component. */
function decidedAt<T>(fact: Fact<T>, location: Location, message: string): Fact<T> {
  return {
    value: fact.value,
    related: [{ location: fact.at ?? location, message }, ...(fact.related ?? [])],
  };
}

function protection(hours: Fact<number>, days: Fact<number>, location: Location): Protection {
  return {
    hours: decidedAt(hours, location, 'how often it is copied is decided here'),
    days: decidedAt(days, location, 'how long copies are kept is decided here'),
  };
}

function protectionsOf(
  { stack, address }: Instance,
  id: string,
  backups: Backups,
  versioned: boolean,
): readonly Protection[] {
  const covering = new Set(
    // Addresses alone say nothing of the stack: they count for their own.
    [id, address, withoutKeys(id), withoutKeys(address)].flatMap((key) => backups.byCovered.get(key) ?? []),
  );
  const own = [...covering].filter(({ environment }) => !environment || environment === stack.environment);
  const database = backups.databases.get(id);
  const automated = own.some(({ facts }) => facts.mechanism === 'database-automated');
  const store = versioned ? backups.stores.get(id) : undefined;
  return [
    ...own.map(({ facts, location }) => protection(facts.intervalHours, facts.retentionDays, location)),
    ...(database && !automated ? automatedOf(database) : []),
    ...(store ? versionsOf(store) : []),
  ];
}

/** A database's automated backups: daily snapshots, and logs in between with point-in-time recovery. */
function automatedOf({ facts, location }: SubjectOf<'database'>): readonly Protection[] {
  const days = facts.backupRetentionDays;
  return valueOf(days) === 0 ? [] : [protection(intervalOf(facts), days, location)];
}

function intervalOf({ pointInTimeRecovery: continuous }: DatabaseFacts): Fact<number> {
  return (
    firstUnknown([continuous]) ?? known(valueOf(continuous) === true ? CONTINUOUS_HOURS : 24, continuous.at)
  );
}

/** Old versions protect against changes and deletions of objects, which is what the plan says it relies on. */
function versionsOf({ facts, location }: SubjectOf<'object-store'>): readonly Protection[] {
  const { versioned, retentionDays } = facts;
  if (valueOf(versioned) === false) return [];
  const hours = firstUnknown([versioned]) ?? known(CONTINUOUS_HOURS, versioned.at);
  const days =
    firstUnknown([retentionDays]) ?? known(valueOf(retentionDays) ?? FOREVER_DAYS, retentionDays.at);
  return [protection(hours, days, location)];
}
