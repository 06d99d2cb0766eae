import {
  isUnknown,
  unknown,
  valueOf,
  type Subject,
  type SubjectOf,
  type TelemetrySignal,
} from '../../model/index.ts';
import type { Instance } from '../components/resources.ts';
import { normalizeName } from '../components/names.ts';
import { relatedTo } from '../facts.ts';
import type { Subjects } from '../subjects.ts';
import { clustersOf } from './collectors.ts';
import { watchers, type Watchers } from './watchers.ts';
import { workloadLogs } from './workload-logs.ts';
import { workloadTraces } from './workload-traces.ts';

/** What collects logs, metrics and traces. */
export interface Sources {
  readonly logGroups: readonly SubjectOf<'log-group'>[];
  readonly databases: ReadonlyMap<string, SubjectOf<'database'>>;
  readonly stores: ReadonlyMap<string, SubjectOf<'object-store'>>;
  /** What a cloud runs, by id. */
  readonly managed: ReadonlyMap<string, SubjectOf<'managed-workload'>>;
  readonly scrapes: readonly SubjectOf<'scrape'>[];
  readonly pipelines: readonly SubjectOf<'telemetry-pipeline'>[];
  readonly workloads: readonly SubjectOf<'workload'>[];
  readonly clusters: readonly SubjectOf<'cluster'>[];
  /** What the plan says collects metrics, lower case; empty where it does not say. */
  readonly metricsSystem: string;
}

export function indexSources(
  subjects: Subjects,
  counts: (environment: string | undefined) => boolean,
): Sources {
  const [plan] = subjects.of('plan');
  return {
    // A workspace of Azure keeps what is sent to it, whatever it is called like.
    logGroups: subjects
      .of('log-group')
      .filter(
        ({ name, environment }) => counts(environment) && !name.includes('azurerm_log_analytics_workspace'),
      ),
    databases: new Map(subjects.of('database').map((database) => [database.id, database])),
    stores: new Map(subjects.of('object-store').map((store) => [store.id, store])),
    managed: new Map(subjects.of('managed-workload').map((one) => [one.id, one])),
    scrapes: subjects.of('scrape').filter(({ environment }) => counts(environment)),
    pipelines: subjects.of('telemetry-pipeline').filter(({ environment }) => counts(environment)),
    workloads: subjects.of('workload').filter(({ environment }) => counts(environment)),
    clusters: subjects.of('cluster').filter(({ environment }) => counts(environment)),
    metricsSystem: (plan && valueOf(plan.facts.metricsSystem)?.toLowerCase()) ?? '',
  };
}

const HERE = 'logs are kept here';

/** Where the logs of a component are kept. */
export function logsOf(component: string, instances: readonly Instance[], sources: Sources): Watchers {
  const databases = instances.flatMap((instance) => sources.databases.get(idOf(instance)) ?? []);
  const exported = databases.filter(({ facts }) => (valueOf(facts.logExports) ?? []).length > 0);
  const groups = sources.logGroups.filter(({ name }) => speaksOf(name, component));
  if (groups.length + exported.length > 0) return watchers([...groups, ...exported], HERE);
  const open = databases.find(({ facts }) => isUnknown(facts.logExports.value));
  if (open && isUnknown(open.facts.logExports.value))
    return unknown(
      `which logs of ${open.name} are kept is not known: ${open.facts.logExports.value.unknown}`,
    );
  const silent = databases.filter(({ facts }) => valueOf(facts.logExports)?.length === 0);
  if (silent.length > 0 && silent.length === databases.length) return watchers([], '');
  const own = workloadsOf(component, sources);
  const shipped = workloadLogs(own, sources);
  if (shipped && valueOf(shipped)) return shipped;
  return (
    managedBy(instances, sources, 'logsKept', HERE) ??
    clustersOf(own, sources.clusters, 'keepsLogs', HERE) ??
    shipped ??
    mayBeAmong('logs', sources) ??
    unknown('nothing in the files says where its logs go')
  );
}

/** What each cloud's own monitoring is called; it measures what the cloud runs without being told to. */
const OWN_MONITORING =
  /cloud[- _]?watch|azure[- _]?monitor|(?:cloud|google|gcp)[- _]?monitoring|stack[- _]?driver|operations[- _]?suite/;

/** What measures a component. */
export function metricsOf(component: string, instances: readonly Instance[], sources: Sources): Watchers {
  const wanted = normalizeName(component);
  const scraped = sources.scrapes.filter(
    ({ facts }) =>
      typeof facts.mismatch.value !== 'string' &&
      (valueOf(facts.services) ?? []).some((service) => normalizeName(service) === wanted),
  );
  // What asks a program for its metrics is called like it.
  const asked = sources.pipelines.filter(
    ({ facts }) =>
      facts.signals.includes('metrics') &&
      facts.kept.value !== false &&
      facts.sources.some(({ type }) => normalizeName(type) === wanted),
  );
  const byCloud = OWN_MONITORING.test(sources.metricsSystem);
  const managed = byCloud
    ? instances.flatMap((instance): readonly Subject[] => {
        const id = idOf(instance);
        const found = sources.databases.get(id) ?? sources.stores.get(id) ?? sources.managed.get(id);
        return found ? [found] : [];
      })
    : [];
  if (scraped.length + asked.length + managed.length > 0)
    return watchers([...scraped, ...asked, ...managed], 'its metrics are collected here');
  const measured =
    byCloud &&
    clustersOf(workloadsOf(component, sources), sources.clusters, 'monitored', 'it is measured here');
  if (measured) return measured;
  return mayBeAmong('metrics', sources) ?? withoutMetrics(sources);
}

function withoutMetrics({ scrapes }: Sources): Watchers {
  if (scrapes.length === 0) return unknown('nothing in the files says what collects its metrics');
  const open = scrapes.find(
    ({ facts }) => isUnknown(facts.services.value) || facts.services.value.length === 0,
  );
  return open
    ? unknown(`${open.name} collects metrics from whatever it finds`, undefined, [
        { location: open.location, message: 'metrics are collected here' },
      ])
    : watchers([], '');
}

/** What takes a component's traces. */
export function tracesOf(component: string, instances: readonly Instance[], sources: Sources): Watchers {
  return (
    managedBy(instances, sources, 'traced', 'its traces are taken here') ??
    workloadTraces(workloadsOf(component, sources), sources) ??
    mayBeAmong('traces', sources) ??
    unknown('nothing in the files says where its traces go')
  );
}

/** What a cloud does for those of a component's resources that it runs: each of them counts. */
function managedBy(
  instances: readonly Instance[],
  { managed }: Sources,
  fact: 'logsKept' | 'traced',
  message: string,
): Watchers | undefined {
  const own = instances.flatMap((instance) => managed.get(idOf(instance)) ?? []);
  const open = own.find(({ facts }) => isUnknown(facts[fact].value));
  if (open && isUnknown(open.facts[fact].value))
    return unknown(open.facts[fact].value.unknown, open.facts[fact].at);
  const lost = own.filter(({ facts }) => facts[fact].value === false);
  if (lost.length > 0)
    return { ...watchers([], ''), related: relatedTo(lost, 'nothing takes them from here') };
  return own.length > 0 && own.every(({ facts }) => facts[fact].value === true)
    ? watchers(own, message)
    : undefined;
}

/** Workloads that are called like a component. */
function workloadsOf(component: string, { workloads }: Sources): Sources['workloads'] {
  const wanted = normalizeName(component);
  return workloads.filter(({ name }) => normalizeName(name) === wanted);
}

/** Whoever sends to a collector is told by the senders, whose settings are rarely all among the files. */
function mayBeAmong(signal: TelemetrySignal, { pipelines }: Sources): Watchers | undefined {
  const open = pipelines.find(({ facts }) => facts.signals.includes(signal) && facts.kept.value !== false);
  return (
    open &&
    unknown(`whether it sends its ${signal} to ${open.name} is not known`, undefined, [
      { location: open.location, message: `${signal} are collected here` },
    ])
  );
}

function idOf({ stack, address }: Instance): string {
  return `${stack.facts.path}:${address}`;
}

/** Is the component's name among the words of another name? `/ecs/prod/checkout-api` speaks of `checkout`. */
function speaksOf(name: string, component: string): boolean {
  const wanted = normalizeName(component);
  return name
    .slice(0, 500)
    .split('/')
    .some((part) => `-${normalizeName(part)}-`.includes(`-${wanted}-`));
}
