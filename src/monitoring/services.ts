import type { Matcher, Selector } from '../syntax/promql/index.ts';
import { matchedNames, prefixNames } from './names.ts';

/** A service that an expression watches, and the matcher or selector that says so. */
export interface Watched {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Labels whose values are services or workloads, by what adds them: people, service meshes, Kubernetes. */
const NAMING_LABELS: ReadonlySet<string> = new Set(
  `service service_name exported_service app application microservice component app_kubernetes_io_name k8s_app
  app_kubernetes_io_component label_app destination_service destination_service_name destination_app
  destination_workload destination_canonical_service deployment statefulset daemonset cronjob workload
  horizontalpodautoscaler container container_name pod pod_name job exported_job job_name`.split(/\s+/),
);

const NAMESPACE_LABELS: ReadonlySet<string> = new Set([
  'namespace',
  'exported_namespace',
  'kubernetes_namespace',
]);

/** Namespaces that hold many things, so that their name is none of a service. */
const SHARED_NAMESPACES: ReadonlySet<string> = new Set(
  'default kube-system kube-public monitoring observability logging ingress apps production staging'.split(
    ' ',
  ),
);

/** Jobs that measure others. Their own health is in a few metrics only. */
const EXPORTER =
  /exporter$|^(?:kube-state-metrics|cadvisor|kubelet|node|blackbox|pushgateway|otel-collector|federate)$/;
const OWN_METRIC = /^(?:up$|scrape_|go_|process_|promhttp_)/;

/** Scrape jobs of the usual annotation-driven configuration: one for everything in the cluster. */
const CATCH_ALL = /^kubernetes-|^(?:integrations|prometheus-pods|pods|endpoints)$/;

/** Names of what the selectors watch, best evidence only: matchers, else namespaces, else metrics' prefixes. */
export function watchedServices(selectors: readonly Selector[]): readonly Watched[] {
  const named = selectors.flatMap((selector) => byMatchers(selector, NAMING_LABELS));
  if (named.length > 0) return unique(named);
  const spaces = selectors
    .flatMap((selector) => byMatchers(selector, NAMESPACE_LABELS))
    .filter(({ name }) => !SHARED_NAMESPACES.has(name));
  if (spaces.length > 0) return unique(spaces);
  return unique(
    selectors.flatMap(({ metric, start }) =>
      metric === undefined
        ? []
        : prefixNames(metric).map((name) => ({ name, start, end: start + metric.length })),
    ),
  );
}

function byMatchers(selector: Selector, labels: ReadonlySet<string>): readonly Watched[] {
  return selector.matchers
    .filter(({ label }) => labels.has(label))
    .flatMap((matcher) =>
      matchedNames(matcher)
        .filter((name) => isWatched(name, matcher, selector.metric ?? ''))
        .map((name) => ({ name, start: matcher.start, end: matcher.end })),
    );
}

function isWatched(name: string, { label }: Matcher, metric: string): boolean {
  if (name === 'POD' || CATCH_ALL.test(name)) return false;
  if (!/^(?:exported_)?job$/.test(label) || !EXPORTER.test(name)) return true;
  return OWN_METRIC.test(metric) || metric.startsWith(`${name.replaceAll('-', '_')}_`);
}

function unique(watched: readonly Watched[]): readonly Watched[] {
  const names = new Map<string, Watched>();
  for (const entry of watched) if (!names.has(entry.name)) names.set(entry.name, entry);
  return [...names.values()];
}
