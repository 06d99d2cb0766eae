import {
  known,
  unknown,
  valueOf,
  type DocumentReferenceFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';
import { append, type Subjects } from '../subjects.ts';

/** What the files have of what documents name. */
export interface NamedThings {
  /** Namespaces of the workloads of each name, as far as they are known. */
  readonly workloads: ReadonlyMap<string, readonly (string | undefined)[]>;
  readonly namespaces: ReadonlySet<string>;
  /** Something in the files makes workloads that are not read: a chart, a release. */
  readonly unread: boolean;
  readonly alerts: ReadonlySet<string>;
  /** What dashboards of Grafana are linked by, by what their titles become in a link. */
  readonly dashboards: ReadonlyMap<string, ReadonlySet<string | undefined>>;
}

/** Workloads and alerts by their names. */
export function indexNamed(kinds: Subjects): NamedThings {
  const workloads = new Map<string, (string | undefined)[]>();
  for (const { name, facts } of kinds.of('workload'))
    append(workloads, bareName(name), valueOf(facts.namespace));
  const charts = kinds
    .of('deploy-job')
    .some(({ facts }) => (valueOf(facts.recognizedBy) ?? 'helm').includes('helm'));
  const dashboards = new Map<string, Set<string | undefined>>();
  for (const { facts } of kinds.of('dashboard')) {
    if (facts.system !== 'grafana') continue;
    const slug = slugOf(valueOf(facts.title) ?? '');
    dashboards.set(slug, (dashboards.get(slug) ?? new Set()).add(valueOf(facts.uid) ?? undefined));
  }
  return {
    workloads,
    namespaces: new Set([...workloads.values()].flat().filter((each) => each !== undefined)),
    unread: charts || kinds.of('gitops-release').length > 0,
    alerts: new Set(kinds.of('alert').map(({ name }) => name)),
    dashboards,
  };
}

/** `Deployment/checkout` and `checkout` are called the same. */
function bareName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** The document with what it names held against the files. */
export function relateDocument(document: SubjectOf<'document'>, things: NamedThings): SubjectOf<'document'> {
  const references = document.facts.references.map((reference) => ({
    ...reference,
    found: foundOf(reference, things) ?? reference.found,
  }));
  return { ...document, facts: { ...document.facts, references } };
}

function foundOf(reference: DocumentReferenceFacts, things: NamedThings): Fact<boolean> | undefined {
  const name = valueOf(reference.name);
  const { at } = reference.name;
  if (name === undefined) return undefined;
  const answer =
    reference.type === 'alert'
      ? alertFound(name, things)
      : reference.type === 'workload'
        ? workloadFound(name, reference.of, things)
        : reference.type === 'namespace'
          ? namespaceFound(name, reference.of, things)
          : reference.type === 'dashboard'
            ? dashboardFound(name, reference.of, things)
            : undefined;
  if (answer === undefined) return undefined;
  return typeof answer === 'string' ? unknown(answer, at) : known(answer, at);
}

function alertFound(name: string, { alerts }: NamedThings): boolean | string {
  return alerts.has(name) || (alerts.size > 0 ? false : 'no alerts are among the files');
}

/** It is proven wrong by a dashboard of the same title that has another uid; others may be kept elsewhere. */
function dashboardFound(uid: string, slug: string | null, { dashboards }: NamedThings): boolean | string {
  if ([...dashboards.values()].some((uids) => uids.has(uid))) return true;
  const same = slug === null ? undefined : dashboards.get(slug.toLowerCase());
  if (same && !same.has(undefined)) return false;
  return `the dashboard ${uid} may be kept elsewhere`;
}

/** What Grafana makes of a title in a link. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** In a namespace whose workloads the files have, it must be one of them; elsewhere it may be anybody's. */
function workloadFound(name: string, namespace: string | null, things: NamedThings): boolean | string {
  if (things.workloads.has(name)) return true;
  if (things.unread) return 'not all workloads of the cluster are among the files';
  if (namespace !== null && things.namespaces.has(namespace)) return false;
  return `${name} may belong to another repository`;
}

/** It is proven wrong by a workload that the files have in others, or by one that is called nearly the same. */
function namespaceFound(name: string, workload: string | null, things: NamedThings): boolean | string {
  if (things.namespaces.has(name)) return true;
  const places = workload === null ? undefined : things.workloads.get(workload);
  if (places && places.length > 0 && places.every((place) => place !== undefined)) return false;
  const isNear = [...things.namespaces].some((other) => firstWord(other) === firstWord(name));
  if (isNear && !things.unread && !places) return false;
  return `the namespace ${name} is none that the files name`;
}

function firstWord(name: string): string {
  return name.split('-', 1)[0] ?? name;
}
