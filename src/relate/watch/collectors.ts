import { valueOf, type SubjectOf, type TelemetrySystem } from '../../model/index.ts';

type Workload = SubjectOf<'workload'>;
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
