import type { Signal } from '../../model/index.ts';
import type { Value } from '../resource/value.ts';
import table from './metrics.json' with { type: 'json' };

/** A metric that an alarm reads. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly statistic: string;
  /** What it is about: the values of the dimensions that name something. */
  readonly dimensions: readonly Value[];
  readonly signal: Signal | undefined;
}

/** By namespace, each signal's metrics. From the providers' lists of metrics. */
const METRICS: Readonly<Record<string, Readonly<Partial<Record<Signal, readonly string[]>>>>> = table;

/** Dimensions that say which part or which kind of requests, and name no service. */
const NAMELESS: ReadonlySet<string> = new Set(
  `Stage Region AvailabilityZone InstanceId InstanceType ImageId device fstype path Currency Rule Method Resource
  Operation StorageType FilterId VolumeId NodeId CacheNodeId Role DatabaseClass EngineName`.split(/\s+/),
);

export function readMetric({
  dimensions,
  ...named
}: Pick<Metric, 'namespace' | 'name' | 'statistic'> & {
  readonly dimensions: ReadonlyMap<string, Value>;
}): Metric {
  const about = [...dimensions].flatMap(([name, value]) => (NAMELESS.has(name) ? [] : [value]));
  return { ...named, dimensions: about, signal: providedSignal(named.namespace, named.name) };
}

/** What the provider's list of metrics makes of one. */
export function providedSignal(namespace: string, name: string): Signal | undefined {
  const signals = Object.entries(METRICS[namespace] ?? {}) as [Signal, readonly string[]][];
  return signals.find(([, names]) => names.includes(name))?.[0];
}

/** The same of a metric of Azure whose namespace is left to the type of what it is of. */
export function azureSignal(name: string): Signal | undefined {
  return AZURE.map((namespace) => providedSignal(namespace, name)).find((signal) => signal !== undefined);
}

const AZURE: readonly string[] = Object.keys(METRICS).filter((namespace) =>
  namespace.startsWith('Microsoft.'),
);
