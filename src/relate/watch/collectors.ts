import { valueOf, type SubjectOf, type TelemetrySystem } from '../../model/index.ts';
import { watchers, type Watchers } from './watchers.ts';

type Workload = SubjectOf<'workload'>;
type Cluster = SubjectOf<'cluster'>;
type Pipeline = SubjectOf<'telemetry-pipeline'>;

/** What images, or the workloads themselves where their image is filled in, are called. */
const CALLED: Readonly<Record<TelemetrySystem, RegExp>> = {
  'opentelemetry-collector': /otel-?col|opentelemetry-collector|aws-otel|adot/,
  'fluent-bit': /fluent-?bit/,
  fluentd: /fluentd/,
  vector: /\bvector\b/,
  promtail: /\bpromtail\b/,
  'grafana-agent': /grafana-?agent|grafana\/agent/,
  alloy: /\balloy\b/,
  logstash: /logstash/,
};

/** Does a workload run this program that collects telemetry? */
export function runsCollector({ name, facts }: Workload, system: TelemetrySystem): boolean {
  const images = facts.containers.map(({ image }) => valueOf(image) ?? '');
  return [name, ...images].some((text) => CALLED[system].test(text.slice(0, 500).toLowerCase()));
}

/** What belongs to no environment may be in each. */
export function together(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** Pipelines beside a workload. */
export function pipelinesBeside(workload: Workload, pipelines: readonly Pipeline[]): readonly Pipeline[] {
  return pipelines.filter(({ environment }) => together(environment, workload.environment));
}

/**
 * What clusters do for all that runs on them: keep its output, or measure it. Which cluster it is that runs a workload is
 * not told by files, so that each that may be it must do it. Undefined where that is not so.
 */
export function clustersOf(
  own: readonly Workload[],
  clusters: readonly Cluster[],
  fact: 'keepsLogs' | 'monitored',
  message: string,
): Watchers | undefined {
  if (own.length === 0 || own.some(({ facts }) => facts.type === 'Compose service')) return undefined;
  // A cluster of ECS runs no objects of Kubernetes, and keeps nothing by a setting of its own.
  const beside = clusters.filter(
    ({ environment, facts }) =>
      facts.keepsLogs.value !== null && own.some((one) => together(one.environment, environment)),
  );
  const sure = beside.length > 0 && beside.every(({ facts }) => valueOf(facts[fact]) === true);
  return sure ? watchers(beside, message) : undefined;
}
