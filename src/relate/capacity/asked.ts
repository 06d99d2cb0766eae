import { isUnknown, known, valueOf, type AskedFacts, type SubjectOf } from '../../model/index.ts';
import { relatedTo } from '../facts.ts';
import { groupBy } from '../subjects.ts';

type Workload = SubjectOf<'workload'>;

/** Workloads that run all the time; jobs come and go. */
const LASTING: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'Pod',
]);

const GIB = 2 ** 30;

/** As many terms as one can read; the others are counted. */
const MAX_TERMS = 8;

export function isLasting({ facts }: Workload): boolean {
  return LASTING.has(facts.type);
}

/** What one pod asks for of a resource: cores, GiB, or itself; undefined where that is not known. */
export function perPod({ facts }: Workload, resource: AskedFacts['resource']): number | undefined {
  if (resource === 'pods') return 1;
  const amount = valueOf(facts.podRequests[resource]);
  return amount === undefined ? undefined : inUnits(amount, resource);
}

/** Cores as they are, bytes in GiB. */
export function inUnits(amount: number, resource: 'cpu' | 'memory'): number {
  return resource === 'cpu' ? amount : amount / GIB;
}

interface Term {
  readonly name: string;
  readonly count: number;
  readonly each: number;
  readonly workload: Workload;
}

/**
 * What workloads ask for together when as many of each run as may: a sum of what is known, so that it is at least as
 * much. One that stands in the files more than once counts once, as its smallest.
 * @param machines on how many a DaemonSet runs
 */
export function askedBy(
  workloads: readonly Workload[],
  resource: AskedFacts['resource'],
  machines?: number,
): AskedFacts {
  const open: string[] = [];
  const terms: Term[] = [];
  const copies = groupBy(workloads, ({ name, facts }) => [
    JSON.stringify([facts.type, valueOf(facts.namespace) ?? null, name]),
  ]);
  for (const same of copies.values()) {
    const found = same.map((workload) => termOf(workload, resource, machines));
    const reason = found.find((one) => typeof one === 'string');
    if (reason !== undefined) open.push(`${same[0]?.name ?? ''}, ${reason}`);
    else if (same.length > 1) open.push(`${same[0]?.name ?? ''}, which is in the files ${same.length} times`);
    const [least] = found
      .filter((one) => typeof one !== 'string')
      .sort((one, other) => one.count * one.each - other.count * other.each);
    if (least) terms.push(least);
    const silent = resource === 'pods' ? undefined : silentIn(same[0], resource);
    if (silent !== undefined) open.push(silent);
  }
  const largest = terms.filter(({ count, each }) => count * each > 0).sort(bySize);
  const total = rounded(largest.reduce((sum, { count, each }) => sum + count * each, 0));
  const places = relatedTo(
    largest.map(({ workload }) => workload),
    'this asks for a part of it',
  );
  return {
    resource,
    total: known(total, undefined, places),
    arithmetic: known(arithmeticOf(largest)),
    open: known(open),
  };
}

function termOf(workload: Workload, resource: AskedFacts['resource'], machines?: number): Term | string {
  const { name, facts } = workload;
  const request = resource === 'pods' ? undefined : facts.podRequests[resource];
  if (request && isUnknown(request.value)) return `since ${request.value.unknown}`;
  const most = facts.type === 'DaemonSet' ? machines : valueOf(facts.mostReplicas);
  const each = perPod(workload, resource);
  if (most === undefined || each === undefined)
    return isUnknown(facts.mostReplicas.value) ? `since ${facts.mostReplicas.value.unknown}` : 'which varies';
  return { name, count: most, each, workload };
}

/** The scheduler takes what says nothing for nothing. */
function silentIn(workload: Workload | undefined, resource: 'cpu' | 'memory'): string | undefined {
  const silent = workload?.facts.containers.find(
    ({ init, requests }) => !init && requests[resource].value === null,
  );
  return workload && silent && valueOf(workload.facts.podRequests[resource]) === 0
    ? `${workload.name}, which states no request`
    : undefined;
}

function bySize(one: Term, other: Term): number {
  return other.count * other.each - one.count * one.each || (one.name < other.name ? -1 : 1);
}

function arithmeticOf(terms: readonly Term[]): string {
  const shown = terms
    .slice(0, MAX_TERMS)
    .map(({ name, count, each }) => `${name} ${count} × ${rounded(each)}`);
  const more = terms.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** As a person would write it. */
export function rounded(amount: number): number {
  return Math.round(amount * 1000) / 1000;
}
