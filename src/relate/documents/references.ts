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
}

/** Workloads and alerts by their names. */
export function indexNamed(kinds: Subjects): NamedThings {
  const workloads = new Map<string, (string | undefined)[]>();
  for (const { name, facts } of kinds.of('workload'))
    append(workloads, bareName(name), valueOf(facts.namespace));
  const charts = kinds
    .of('deploy-job')
    .some(({ facts }) => (valueOf(facts.recognizedBy) ?? 'helm').includes('helm'));
  return {
    workloads,
    namespaces: new Set([...workloads.values()].flat().filter((each) => each !== undefined)),
    unread: charts || kinds.of('gitops-release').length > 0,
    alerts: new Set(kinds.of('alert').map(({ name }) => name)),
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
          : undefined;
  if (answer === undefined) return undefined;
  return typeof answer === 'string' ? unknown(answer, at) : known(answer, at);
}

function alertFound(name: string, { alerts }: NamedThings): boolean | string {
  return alerts.has(name) || (alerts.size > 0 ? false : 'no alerts are among the files');
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
