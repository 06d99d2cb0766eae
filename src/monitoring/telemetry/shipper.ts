import {
  known,
  unknown,
  valueOf,
  type Fact,
  type Subject,
  type TelemetryCollectorFacts,
  type TelemetryListenerFacts,
  type TelemetryPipelineFacts,
  type TelemetrySignal,
  type TelemetrySinkFacts,
  type TelemetryStageFacts,
  type TelemetrySystem,
} from '../../model/index.ts';
import type { Location } from '../../source/index.ts';

/** What a log shipper's configuration says, whichever shipper it is: one way from its sources to its sinks. */
export interface Shipper {
  readonly system: TelemetrySystem;
  readonly format: string;
  readonly id: string;
  readonly name: string;
  readonly location: Location;
  readonly environment: string | undefined;
  readonly signals: readonly TelemetrySignal[];
  readonly sources: readonly TelemetryStageFacts[];
  readonly steps: readonly TelemetryStageFacts[];
  readonly sinks: readonly TelemetrySinkFacts[];
  /** Why there may be more of each in files that are not here. */
  readonly partial?: string | undefined;
  readonly unreachable?: readonly Fact<string>[];
  readonly dropsUnread?: readonly Fact<string>[];
  readonly files?: TelemetryPipelineFacts['files'];
  readonly heldBy?: TelemetryPipelineFacts['heldBy'] | undefined;
  readonly undefinedNames?: readonly Fact<string>[];
  readonly unusedNames?: readonly Fact<string>[];
  readonly cycles?: readonly Fact<string>[];
  readonly listeners?: readonly TelemetryListenerFacts[];
  readonly healthChecked?: TelemetryCollectorFacts['healthChecked'];
  readonly tellsMetrics?: TelemetryCollectorFacts['tellsMetrics'];
  readonly logLevel?: TelemetryCollectorFacts['logLevel'];
}

/** A shipper as a collector with one pipeline. */
export function shipperSubjects(shipper: Shipper): readonly Subject[] {
  const { system, format, id, name, location, environment, signals, sources, steps, sinks, partial } =
    shipper;
  const common = { format, name, location, ...(environment !== undefined && { environment }) };
  const none = known(null, location);
  const holds = (yes: boolean): Fact<boolean> =>
    yes || partial === undefined ? known(yes, location) : unknown(partial, location);
  const keeps = sinks.some(({ target }) => ['remote', 'file'].includes(valueOf(target) ?? 'remote'));
  const pipeline: TelemetryPipelineFacts = {
    system,
    collector: id,
    signals,
    sources,
    steps,
    sinks,
    fed: holds(sources.length > 0),
    drained: holds(sinks.length > 0),
    kept: holds(keeps),
    memoryLimited: none,
    memoryLimitedFirst: none,
    samplePercent: none,
    unreachable: shipper.unreachable ?? [],
    dropsUnread: shipper.dropsUnread ?? [],
    ...(shipper.files && { files: shipper.files }),
    ...(shipper.heldBy && { heldBy: shipper.heldBy }),
  };
  return [
    {
      kind: 'telemetry-collector',
      ...common,
      id,
      facts: {
        system,
        signals,
        undefinedNames: shipper.undefinedNames ?? [],
        unusedNames: shipper.unusedNames ?? [],
        looseConnectors: [],
        deprecatedNames: [],
        cycles: shipper.cycles ?? [],
        listeners: shipper.listeners ?? [],
        healthChecked: shipper.healthChecked ?? none,
        tellsMetrics: shipper.tellsMetrics ?? none,
        logLevel: shipper.logLevel ?? none,
      },
    },
    { kind: 'telemetry-pipeline', ...common, id: `${id}/pipeline`, facts: pipeline },
  ];
}

/** What a sink does where no network is in between; other facts of it as given. */
export function sinkFacts(
  name: Fact<string>,
  type: string,
  target: 'remote' | 'file' | 'console' | 'pipeline' | 'nothing',
  others: Partial<TelemetrySinkFacts> = {},
): TelemetrySinkFacts {
  const none = known(null, name.at);
  return {
    name,
    type,
    target: known(target, name.at),
    address: none,
    nearby: none,
    encrypted: none,
    verified: none,
    retried: none,
    queued: none,
    persisted: none,
    ...others,
  };
}
