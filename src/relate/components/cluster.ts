import { known, unknown, valueOf, type PlanComponentFacts, type SubjectOf } from '../../model/index.ts';
import { firstUnknown } from '../facts.ts';
import { groupBy, type Subjects } from '../subjects.ts';
import { normalizeName } from './names.ts';

/** What runs in a cluster and may hold data. */
export type Holder = SubjectOf<'workload'> | SubjectOf<'database'>;

export interface Holders {
  /** By their normalized names. */
  readonly byName: ReadonlyMap<string, readonly Holder[]>;
  /** By the file that they stand in, and all folders above it. */
  readonly byPath: ReadonlyMap<string, readonly Holder[]>;
  /** Backups by the normalized names of hosts that they copy from. */
  readonly bySource: ReadonlyMap<string, readonly SubjectOf<'backup'>[]>;
}

/** Ends of the names of Services that stand before a cluster of databases. */
const SERVICE = /-(?:rw|ro|primary|replicas?|headless|haproxy|proxysql|pgbouncer)$/;

export function indexHolders(
  subjects: Subjects,
  counts: (environment: string | undefined) => boolean,
): Holders {
  const holders: readonly Holder[] = [
    ...subjects.of('workload').filter(({ facts }) => facts.type !== 'CronJob' && facts.type !== 'Job'),
    ...subjects.of('database').filter(({ facts }) => facts.provider === 'kubernetes'),
  ].filter(({ environment }) => counts(environment));
  return {
    byName: groupBy(holders, ({ name }) => [normalizeName(name)]),
    byPath: groupBy(holders, ({ location }) => placesOf(location.file.path)),
    bySource: groupBy(subjects.of('backup'), ({ facts }) => [
      ...new Set(facts.sources.map((host) => normalizeName((host.split('.')[0] ?? '').replace(SERVICE, '')))),
    ]),
  };
}

function placesOf(path: string): readonly string[] {
  const places: string[] = [path];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    places.push(path.slice(0, end));
  return places;
}

/** What a component is in a cluster: what stands in its files, else what is called like it. */
export function holdersOf({ name, facts }: SubjectOf<'plan-component'>, holders: Holders): readonly Holder[] {
  const named = holders.byName.get(normalizeName(name)) ?? [];
  const stated = facts.files.flatMap(
    ({ path }) => holders.byPath.get((valueOf(path) ?? '').replace(/\/$/, '')) ?? [],
  );
  const inFiles = [...new Set(stated)];
  // Manifests of one folder are often several components'.
  const both = inFiles.filter((holder) => named.includes(holder));
  const own = both.length > 0 ? both : inFiles.length > 0 ? inFiles : named;
  const databases = own.filter(({ kind }) => kind === 'database');
  const stateful = own.filter((one) => one.kind === 'workload' && one.facts.type === 'StatefulSet');
  return [databases, stateful].find((list) => list.length > 0) ?? own;
}

/** Backups whose commands copy from a host of the component's name. */
export function sourcedOf(component: string, holders: Holders): readonly SubjectOf<'backup'>[] {
  return holders.bySource.get(normalizeName(component)) ?? [];
}

/** The fewest copies that run of a component's workloads; a daemon set runs as many as there are machines. */
export function replicasOf(
  component: SubjectOf<'plan-component'>,
  holders: Holders,
): PlanComponentFacts['foundReplicas'] {
  const workloads = holdersOf(component, holders).filter((one) => one.kind === 'workload');
  const counted = workloads.filter(({ facts }) => facts.type !== 'DaemonSet');
  const names = new Set(counted.map(({ name }) => normalizeName(name)));
  if (names.size > 1)
    return unknown(`its files hold several workloads, and none is called ${component.name}`);
  const open = firstUnknown(counted.map(({ facts }) => facts.replicas));
  if (open) return open;
  const fewest = counted.toSorted(
    (a, b) => (valueOf(a.facts.replicas) ?? 0) - (valueOf(b.facts.replicas) ?? 0),
  )[0];
  if (!fewest) return known(null);
  const at = fewest.facts.replicas.at ?? fewest.location;
  return known(valueOf(fewest.facts.replicas) ?? 0, undefined, [
    { location: at, message: 'how many run is decided here' },
  ]);
}
