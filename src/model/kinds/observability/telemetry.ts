import type { Fact } from '../../fact.ts';

export type TelemetrySignal = 'logs' | 'metrics' | 'traces' | 'profiles';

/** Programs that take in what others tell of themselves, and hand it on. */
export type TelemetrySystem =
  | 'opentelemetry-collector'
  | 'fluent-bit'
  | 'fluentd'
  | 'vector'
  | 'promtail'
  | 'grafana-agent'
  | 'alloy'
  | 'logstash';

/** What a program that collects telemetry is told as a whole: one configuration. Its pipelines are subjects of their own. */
export interface TelemetryCollectorFacts {
  readonly system: TelemetrySystem;
  /** What it collects on its way through at least one pipeline, each once. */
  readonly signals: readonly TelemetrySignal[];
  /** Components that are used and are not there, each with its kind and why: `exporter otlp, which nothing defines`. */
  readonly undefinedNames: readonly Fact<string>[];
  /** Components that are defined and that nothing uses, each with its kind. */
  readonly unusedNames: readonly Fact<string>[];
  /** Components and settings of a name that is going away or gone. */
  readonly deprecatedNames: readonly { readonly name: Fact<string>; readonly instead: string | null }[];
  /** Connectors that pipelines write to and none reads, or the other way around. */
  readonly looseConnectors: readonly Fact<string>[];
  /** Pipelines that hand on to each other in a ring, as a chain: `traces → metrics → traces`. */
  readonly cycles: readonly Fact<string>[];
  readonly listeners: readonly TelemetryListenerFacts[];
  /**
   * It runs in a network of its own, a pod's or a container's: all of its interfaces are then those that lead to it.
   * Joined; absent where nothing is known of what runs it.
   */
  readonly contained?: Fact<boolean>;
  /** Something can ask it how it is; `null` where its files do not decide that. */
  readonly healthChecked: Fact<boolean | null>;
  /** It tells how it is doing itself: how much it took in, dropped, failed to send. `null` where its files do not decide that. */
  readonly tellsMetrics: Fact<boolean | null>;
  /** How much it writes in its own log. */
  readonly logLevel: Fact<string | null>;
}

/** An address at which others reach a collector. */
export interface TelemetryListenerFacts {
  /** `receiver otlp (grpc)`. */
  readonly name: Fact<string>;
  /** What others do there: hand in telemetry, ask whether it is well, read its metrics, look into it. */
  readonly purpose: 'intake' | 'health' | 'metrics' | 'diagnostics';
  /** As written, or its default; `null` when it listens at none. */
  readonly address: Fact<string | null>;
  /** It listens on every interface of the machine, not on one that is named. */
  readonly everyInterface: Fact<boolean>;
  readonly encrypted: Fact<boolean>;
  readonly authenticated: Fact<boolean>;
  /** Scripts of every web site may send to it. */
  readonly everyOrigin: Fact<boolean>;
}

/** A way that telemetry takes: where from, through what, where to. */
export interface TelemetryPipelineFacts {
  readonly system: TelemetrySystem;
  /** Subject id of its collector. */
  readonly collector: string;
  readonly signals: readonly TelemetrySignal[];
  /** Where it comes from; connectors are sources, too. */
  readonly sources: readonly TelemetryStageFacts[];
  /** What is done with it on the way, in order; without an order where each source has its own way. */
  readonly steps: readonly TelemetryStageFacts[];
  readonly sinks: readonly TelemetrySinkFacts[];
  /** It has a source, by itself or through a connector. Unknown where other files may add one. */
  readonly fed: Fact<boolean>;
  /** It has a sink that keeps what arrives, by itself or through connectors; the console is none. */
  readonly kept: Fact<boolean>;
  /** It has a sink of any kind. */
  readonly drained: Fact<boolean>;
  /** A limit on its memory stands in the way; `null` for programs that have no such step. */
  readonly memoryLimited: Fact<boolean | null>;
  /** That limit stands before all other steps; `null` where there is none. */
  readonly memoryLimitedFirst: Fact<boolean | null>;
  /** Percent of the traces that are kept; `null` where all are. */
  readonly samplePercent: Fact<number | null>;
  /** What can never arrive: `match app.*`, behind one that takes all, or for which nothing is taken in. */
  readonly unreachable: readonly Fact<string>[];
  /**
   * Patterns of the files whose lines it takes in and hands on, those that it leaves out behind `!`; absent where it reads
   * none. `/var/log/containers/*.log`.
   */
  readonly files?: Fact<readonly string[]>;
  /** The object of a cluster that holds its text; absent where a file is all of it. */
  readonly heldBy?: HolderFacts;
  /** Steps that throw away what they cannot read. */
  readonly dropsUnread: readonly Fact<string>[];
}

/** An object of a cluster that holds what a program is told. */
export interface HolderFacts {
  /** `ConfigMap`, `Helm chart`, or a kind from which an operator makes what runs it: `OpenTelemetryCollector`. */
  readonly kind: string;
  readonly name: Fact<string>;
  readonly namespace: Fact<string>;
  /** Which of its texts it is; null where all of them are parts of it. */
  readonly part: string | null;
  /**
   * What an operator makes of it runs on every machine, where it sees what containers write; absent for objects of which
   * none makes anything.
   */
  readonly onMachines?: Fact<boolean>;
}

export interface TelemetryStageFacts {
  /** As the configuration calls it: `otlp/internal`, `tail.0`. */
  readonly name: Fact<string>;
  /** `otlp`, `tail`, `memory_limiter`. */
  readonly type: string;
}

/** Where a pipeline hands on to. */
export interface TelemetrySinkFacts {
  readonly name: Fact<string>;
  readonly type: string;
  /** Another program or service, a file, the console, another pipeline, or nothing at all. */
  readonly target: Fact<'remote' | 'file' | 'console' | 'pipeline' | 'nothing'>;
  /** As written; `null` when it has none. */
  readonly address: Fact<string | null>;
  /** It is on this machine or inside the cluster, by its address; `null` when it has none. */
  readonly nearby: Fact<boolean | null>;
  /** `null` where nothing goes over a network. */
  readonly encrypted: Fact<boolean | null>;
  /** The other end's certificate is checked; `null` where there is none. */
  readonly verified: Fact<boolean | null>;
  /** What cannot be sent at once is sent again; `null` where that does not apply. */
  readonly retried: Fact<boolean | null>;
  /** What waits to be sent has a place that is limited; `null` where that does not apply. */
  readonly queued: Fact<boolean | null>;
  /** What waits is on a disk, and survives a restart; `null` where that does not apply. */
  readonly persisted: Fact<boolean | null>;
}
