import {
  isUnknown,
  known,
  valueOf,
  type LabelRequirement,
  type ScrapeFacts,
  type ScrapeSelection,
  type SubjectOf,
} from '../../model/index.ts';
import { relatedTo, sorted } from '../facts.ts';
import { groupBy, type Subjects } from '../subjects.ts';

type Service = SubjectOf<'cluster-service'>;
type Workload = SubjectOf<'workload'>;
type Labels = Readonly<Record<string, string>>;

/** What monitors may find, by single labels. */
export interface ScrapeTargets {
  readonly services: ReadonlyMap<string, readonly Service[]>;
  /** Services by a label of the pods behind them. */
  readonly servicesOfPods: ReadonlyMap<string, readonly Service[]>;
  readonly workloads: ReadonlyMap<string, readonly Workload[]>;
}

/** More that carry one label are not looked through for each monitor. */
const MAX_ALIKE = 1_000;

export function indexTargets(subjects: Subjects): ScrapeTargets {
  const services = subjects.of('cluster-service');
  return {
    services: groupBy(services, ({ facts }) => keysOf(facts.labels)),
    servicesOfPods: groupBy(services, ({ facts }) => keysOf(facts.selector)),
    workloads: groupBy(subjects.of('workload'), ({ facts }) => keysOf(facts.labels)),
  };
}

/** Joins a scrape with the Services and workloads that it selects by labels, and says why it finds none. */
export function relateScrape(scrape: SubjectOf<'scrape'>, targets: ScrapeTargets): SubjectOf<'scrape'> {
  const { selection } = scrape.facts;
  if (!selection || !['services', 'pods'].includes(selection.of)) return scrape;
  const found = selection.of === 'services' ? servicesFor(scrape, selection, targets.services) : [];
  const here = found.filter((service) => looksInto(selection, service));
  const workloads =
    selection.of === 'pods'
      ? candidates(selection.labels, targets.workloads)
          .filter((one) => sameEnvironment(one, scrape) && holds(selection.labels, one.facts.labels))
          .filter((one) => looksInto(selection, one))
      : here.flatMap((service) => workloadsBehind(service, targets.workloads));
  const names = [...here, ...workloads].map(({ name }) => name);
  const { services } = scrape.facts;
  return {
    ...scrape,
    facts: {
      ...scrape.facts,
      job: jobOf(scrape.facts, selection, here),
      services: known(
        sorted([...(valueOf(services) ?? []), ...names]),
        services.at,
        relatedTo([...here, ...workloads], 'it collects from here'),
      ),
      workloads: sorted(workloads.map(({ id }) => id)),
      mismatch:
        selection.of === 'services'
          ? mismatchOf(scrape, selection, found, here, targets)
          : scrape.facts.mismatch,
    },
  };
}

/** Services of every namespace that carry the labels. */
function servicesFor(
  scrape: SubjectOf<'scrape'>,
  { labels }: ScrapeSelection,
  index: ReadonlyMap<string, readonly Service[]>,
): readonly Service[] {
  return candidates(labels, index).filter(
    (service) => sameEnvironment(service, scrape) && holds(labels, service.facts.labels),
  );
}

function mismatchOf(
  scrape: SubjectOf<'scrape'>,
  selection: ScrapeSelection,
  found: readonly Service[],
  here: readonly Service[],
  targets: ScrapeTargets,
): ScrapeFacts['mismatch'] {
  const { at } = scrape.facts.mismatch;
  const { labels, namespaces } = selection;
  const [first] = here;
  if (first) {
    const port = valueOf(selection.port);
    const lacks = (service: Service): boolean =>
      typeof port === 'string' && service.facts.ports > 0 && !service.facts.portNames.includes(port);
    if (typeof port !== 'string' || !here.every(lacks)) return known(null, at);
    return known(
      `no port of the Service ${first.name} is named ${port}`,
      selection.port.at,
      relatedTo(here, 'the Service is here'),
    );
  }
  const [elsewhere] = found;
  if (elsewhere && namespaces)
    return known(
      `the Service ${elsewhere.name} is in another namespace than ${namespaces.join(', ')}`,
      at,
      relatedTo([elsewhere], 'the Service is here'),
    );
  const [meant] = candidates(labels, targets.servicesOfPods).filter(
    (service) =>
      sameEnvironment(service, scrape) &&
      holds(labels, service.facts.selector) &&
      looksInto(selection, service),
  );
  if (!meant) return known(null, at);
  return known(
    `the Service ${meant.name} does not carry the labels itself, only the pods behind it do`,
    at,
    relatedTo([meant], 'the Service is here'),
  );
}

/** What one label demanded of it leaves; nothing where no label has a stated value. */
function candidates<T>(
  labels: readonly LabelRequirement[],
  index: ReadonlyMap<string, readonly T[]>,
): readonly T[] {
  const first = labels.find(({ operator }) => operator === 'in');
  const found = (first?.values ?? []).flatMap((value) => index.get(keyOf(first?.label ?? '', value)) ?? []);
  return found.length > MAX_ALIKE ? [] : found;
}

function holds(requirements: readonly LabelRequirement[], labels: Labels): boolean {
  return requirements.every(({ label, operator, values }) => {
    const value = Object.hasOwn(labels, label) ? labels[label] : undefined;
    if (operator === 'exists') return value !== undefined;
    if (operator === 'absent') return value === undefined;
    return (value !== undefined && values.includes(value)) === (operator === 'in');
  });
}

function looksInto({ namespaces }: ScrapeSelection, { facts }: Service | Workload): boolean {
  const namespace = facts.namespace.value;
  return namespaces === null || isUnknown(namespace) || namespaces.includes(namespace);
}

function sameEnvironment(one: Service | Workload, scrape: SubjectOf<'scrape'>): boolean {
  return (
    one.environment === undefined ||
    scrape.environment === undefined ||
    one.environment === scrape.environment
  );
}

function workloadsBehind(
  service: Service,
  index: ReadonlyMap<string, readonly Workload[]>,
): readonly Workload[] {
  const selector = Object.entries(service.facts.selector);
  const [first] = selector;
  if (!first) return [];
  const found = index.get(keyOf(...first)) ?? [];
  return found.length > MAX_ALIKE
    ? []
    : found.filter(
        ({ facts, environment }) =>
          selector.every(([label, value]) => facts.labels[label] === value) &&
          sameNamespace(facts.namespace.value, service.facts.namespace.value) &&
          (environment === undefined ||
            service.environment === undefined ||
            environment === service.environment),
      );
}

function sameNamespace(one: Service['facts']['namespace']['value'], other: typeof one): boolean {
  return isUnknown(one) || isUnknown(other) || one === other;
}

/** A job is called like its Service, or as a label of it says. */
function jobOf(
  facts: ScrapeFacts,
  { namesJob, jobLabel }: ScrapeSelection,
  here: readonly Service[],
): ScrapeFacts['job'] {
  if (!isUnknown(facts.job.value) || !namesJob) return facts.job;
  const names = new Set(
    here.map(({ name, facts: own }) => (jobLabel === null ? name : (own.labels[jobLabel] ?? name))),
  );
  const [name] = names;
  return names.size === 1 && name !== undefined ? known(name, facts.job.at) : facts.job;
}

function keysOf(labels: Labels): readonly string[] {
  return Object.entries(labels).map(([label, value]) => keyOf(label, value));
}

function keyOf(label: string, value: string): string {
  return JSON.stringify([label, value]);
}
