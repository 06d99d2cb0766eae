import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type Fact,
  type PlanComponentFacts,
  type SubjectOf,
} from '../../model/index.ts';
import type { Plan } from '../../plan/index.ts';
import { firstUnknown, MAX_RELATED, relatedTo, sorted } from '../facts.ts';
import { groupBy, type Subjects } from '../subjects.ts';
import { holdersOf, indexHolders, sourcedOf, type Holders } from './cluster.ts';
import { automatedOf, protectionBy, protects, versionsOf, type Protection } from './protections.ts';
import { withoutKeys, type Instance } from './resources.ts';

export interface Backups {
  /** By the ids and addresses that they cover. */
  readonly byCovered: ReadonlyMap<string, readonly SubjectOf<'backup'>[]>;
  readonly uncertain: readonly SubjectOf<'backup'>[];
  readonly databases: ReadonlyMap<string, SubjectOf<'database'>>;
  readonly stores: ReadonlyMap<string, SubjectOf<'object-store'>>;
  readonly holders: Holders;
}

export function indexBackups(
  subjects: Subjects,
  counts: (environment: string | undefined) => boolean,
): Backups {
  const backups = subjects.of('backup').filter(protects);
  return {
    byCovered: groupBy(backups, ({ facts }) => [...new Set(valueOf(facts.covers) ?? [])]),
    uncertain: backups.filter(({ facts }) => valueOf(facts.covers) === undefined),
    databases: new Map(subjects.of('database').map((database) => [database.id, database])),
    stores: new Map(subjects.of('object-store').map((store) => [store.id, store])),
    holders: indexHolders(subjects, counts),
  };
}

export type FoundFacts = Pick<
  PlanComponentFacts,
  | 'foundBackupHours'
  | 'foundRetentionDays'
  | 'foundBackupMethods'
  | 'foundCopyRegions'
  | 'foundOffsite'
  | 'foundImmutable'
  | 'foundEncryptedCopies'
  | 'foundBackups'
>;

/** The backups of a component's instances; of several instances the worst protected counts. */
export function backupsOf(
  component: SubjectOf<'plan-component'>,
  instances: readonly Instance[],
  backups: Backups,
  plan: Plan | undefined,
): FoundFacts {
  const { facts, name } = component;
  const versioned =
    component.environment === undefined
      ? (plan?.versionedStores.has(name) ?? false)
      : facts.backupMethod.value === 'versioning';
  const lists =
    instances.length > 0
      ? protectionsBy(instances, backups, versioned)
      : facts.resources.length > 0
        ? []
        : inCluster(component, backups);
  if (lists.length === 0) {
    const kept =
      facts.type.value === 'database' ||
      facts.type.value === 'object-store' ||
      facts.backupEveryHours.value !== null;
    if (facts.resources.length > 0)
      return all(unknown(`the resources of ${name} were not found in the files`));
    return all(kept ? unknown(`the plan does not say which resources are ${name}`) : known(null));
  }
  const bare = lists.find(({ list }) => list.length === 0);
  const ids = sorted(lists.flatMap(({ by }) => by.map(({ id }) => id)));
  if (!bare) return { ...foundIn(lists.map(({ list }) => list)), foundBackups: known(ids) };
  const open = backups.uncertain.find(
    ({ environment }) => !environment || environment === bare.of.environment,
  );
  if (open)
    return all(
      unknown(`what ${open.name} covers is not known`, undefined, relatedTo([open], 'a backup is here')),
      ids,
    );
  return all(known(null, undefined, relatedTo([bare.of], 'nothing here makes copies of it')), ids);
}

function all(fact: Fact<null>, ids: readonly string[] = []): FoundFacts {
  return {
    foundBackups: isUnknown(fact.value) && ids.length === 0 ? (fact as Fact<never>) : known(ids),
    foundBackupHours: fact,
    foundRetentionDays: fact,
    foundBackupMethods: fact,
    foundCopyRegions: fact,
    foundOffsite: fact,
    foundImmutable: fact,
    foundEncryptedCopies: fact,
  };
}

interface Protected {
  readonly by: readonly SubjectOf<'backup'>[];
  /** What they are copies of, or what makes them where that is not among the files. */
  readonly of: SubjectOf<'stack' | 'workload' | 'database' | 'backup'>;
  readonly list: readonly Protection[];
}

/** What protects each instance, as what is found of the component. */
function foundIn(lists: readonly (readonly Protection[])[]): Omit<FoundFacts, 'foundBackups'> {
  const each = <T>(of: (list: readonly Protection[]) => Fact<T>): readonly Fact<T>[] => lists.map(of);
  return {
    foundBackupHours: best(
      each((list) =>
        best(
          list.map(({ hours }) => hours),
          Math.min,
        ),
      ),
      Math.max,
    ),
    foundRetentionDays: best(
      each((list) =>
        best(
          keeping(list).map(({ days }) => days),
          Math.max,
        ),
      ),
      Math.min,
    ),
    foundBackupMethods: together(
      lists.flat().map(({ method }) => method),
      (methods) => sorted(methods),
    ),
    foundCopyRegions: together(
      each((list) =>
        together(
          list.map(({ regions }) => regions),
          (regions) => sorted(regions.flat()),
        ),
      ),
      (regions) => (regions[0] ?? []).filter((region) => regions.every((others) => others.includes(region))),
    ),
    foundOffsite: every(each((list) => some(list.map(({ offsite }) => offsite)))),
    foundImmutable: every(each((list) => some(list.map(({ immutable }) => immutable)))),
    foundEncryptedCopies: every(lists.flat().map(({ encrypted }) => encrypted)),
  };
}

/** What follows all the time keeps nothing old: how long copies are kept is for the others to say, if there are any. */
function keeping(list: readonly Protection[]): readonly Protection[] {
  const kept = list.filter(({ method }) => valueOf(method) !== 'replication');
  return kept.length > 0 ? kept : list;
}

/** What several facts say together, related to every place that had a say. */
function together<A, B>(facts: readonly Fact<A>[], combine: (values: readonly A[]) => B): Fact<B> {
  const related = facts.flatMap((fact) => fact.related ?? []).slice(0, MAX_RELATED);
  return firstUnknown(facts) ?? known(combine(facts.map((fact) => fact.value as A)), undefined, related);
}

function some(facts: readonly Fact<boolean>[]): Fact<boolean> {
  return facts.find((fact) => valueOf(fact) === true) ?? together(facts, () => false);
}

function every(facts: readonly Fact<boolean>[]): Fact<boolean> {
  return facts.find((fact) => valueOf(fact) === false) ?? together(facts, () => true);
}

/** The value that is chosen, related to every place that had a say. */
function best(facts: readonly Fact<number>[], choose: (...values: number[]) => number): Fact<number> {
  return together(facts, ([first = 0, ...others]) => others.reduce((a, b) => choose(a, b), first));
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
    const own = protecting(instance, id, backups);
    const store = versioned ? backups.stores.get(id) : undefined;
    const list = [...own.map(protectionBy), ...itself(id, own, backups), ...(store ? versionsOf(store) : [])];
    const database = backups.databases.get(id);
    // What follows another database all the time is saved with it.
    const follows = database !== undefined && valueOf(database.facts.replica) === true;
    const holdsData = (database !== undefined && !follows) || backups.stores.has(id);
    return { of: instance.stack, by: own, list, holdsData };
  });
  const holding = each.filter(({ holdsData }) => holdsData);
  if (holding.length > 0) return holding;
  const byStack = groupBy(each, ({ of }) => [of]);
  return [...byStack].map(([stack, members]) => ({
    of: stack,
    by: members.flatMap(({ by }) => by),
    list: members.flatMap(({ list }) => list),
  }));
}

/** The backups that take an instance. */
function protecting(
  { stack, address }: Instance,
  id: string,
  backups: Backups,
): readonly SubjectOf<'backup'>[] {
  const covering = new Set(
    // Addresses alone say nothing of the stack: they count for their own.
    [id, address, withoutKeys(id), withoutKeys(address)].flatMap((key) => backups.byCovered.get(key) ?? []),
  );
  return [...covering].filter(({ environment }) => !environment || environment === stack.environment);
}

/** What a database does by itself, where no backup speaks of that. */
function itself(id: string, own: readonly SubjectOf<'backup'>[], backups: Backups): readonly Protection[] {
  const database = backups.databases.get(id);
  const automated = own.some(({ facts }) => facts.mechanism === 'database-automated');
  return database && !automated ? automatedOf(database) : [];
}

/** What makes copies of what a component is in a cluster; of services only where something does. */
function inCluster(component: SubjectOf<'plan-component'>, backups: Backups): readonly Protected[] {
  const holders = holdersOf(component, backups.holders);
  const sourced = sourcedOf(component.name, backups.holders).filter(protects);
  const lists = holders.map((holder) => {
    const own = [...new Set([...(backups.byCovered.get(holder.id) ?? []), ...sourced])].filter(
      ({ environment }) => !environment || !holder.environment || environment === holder.environment,
    );
    return { of: holder, by: own, list: [...own.map(protectionBy), ...itself(holder.id, own, backups)] };
  });
  const [first] = sourced;
  if (lists.length === 0 && first) return [{ of: first, by: sourced, list: sourced.map(protectionBy) }];
  const asked =
    component.facts.type.value === 'database' ||
    component.facts.rpoHours.value !== null ||
    component.facts.backupEveryHours.value !== null;
  return asked ? lists : [];
}
