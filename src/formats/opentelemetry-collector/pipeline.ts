import {
  known,
  unknown,
  valueOf,
  type Fact,
  type HolderFacts,
  type TelemetryPipelineFacts,
  type TelemetrySignal,
  type TelemetrySinkFacts,
  type TelemetryStageFacts,
} from '../../model/index.ts';
import { sinkFacts } from '../../monitoring/index.ts';
import { filledIn, isFilledIn, plainType, typeOf, type Components } from './component.ts';
import { endOf, reached, type PipelineGraph, type PipelineNode, type Use } from './graph.ts';
import { filesRead } from './files.ts';
import { exporterSink, unknownSink } from './sinks.ts';

/** What the facts of all pipelines of a configuration are made from. */
export interface PipelineContext {
  readonly components: Components;
  readonly graph: PipelineGraph;
  readonly collector: string;
  /** Names of extensions that keep queues on a disk. */
  readonly storages: ReadonlySet<string>;
  readonly layered: string | undefined;
  readonly heldBy: HolderFacts | undefined;
}

type WithReach = (pipeline: PipelineNode) => TelemetryPipelineFacts;

/** Facts of pipelines. Which of them are fed and kept is worked out once for all, since connectors join them. */
export function pipelineFacts(context: PipelineContext): WithReach {
  const { graph, components } = context;
  const sinks = new Map(
    graph.pipelines.map((one) => [one, one.exporters.map((use) => sinkOf(use, context))]),
  );
  const fed = reached(
    graph.pipelines.filter(({ receivers }) => receivers.some(({ id }) => !components.connector.has(id))),
    graph,
    'forwards',
  );
  const keeps = (state: (sink: TelemetrySinkFacts) => boolean): ReadonlySet<PipelineNode> =>
    reached(
      graph.pipelines.filter((one) => sinks.get(one)?.some(state)),
      graph,
      'backwards',
    );
  const kept = keeps(({ target }) => ['remote', 'file'].includes(String(valueOf(target))));
  const maybeKept = keeps(({ target }) => valueOf(target) === undefined);
  return (pipeline) => ({
    system: 'opentelemetry-collector',
    collector: context.collector,
    signals: signalsOf(pipeline.id),
    sources: pipeline.receivers.map(stageOf),
    steps: pipeline.processors.map(stageOf),
    sinks: sinks.get(pipeline) ?? [],
    fed: layeredFact(fed.has(pipeline), context, pipeline, 'receivers'),
    drained: layeredFact(pipeline.exporters.length > 0, context, pipeline, 'exporters'),
    kept: keptFact(pipeline, kept.has(pipeline), maybeKept.has(pipeline), context),
    ...memoryLimit(pipeline, context),
    samplePercent: samplePercent(pipeline, context),
    unreachable: [],
    dropsUnread: [],
    ...filesRead(pipeline, context),
    ...(context.heldBy && { heldBy: context.heldBy }),
  });
}

function signalsOf(id: string): readonly TelemetrySignal[] {
  const type = typeOf(id);
  return type === 'logs' || type === 'metrics' || type === 'traces' || type === 'profiles' ? [type] : [];
}

function stageOf({ id, node }: Use): TelemetryStageFacts {
  return { name: known(id, node.at), type: typeOf(id) };
}

function sinkOf({ id, node }: Use, context: PipelineContext): TelemetrySinkFacts {
  const one = endOf(context.components, 'exporter', id);
  const name = known(id, node.at);
  if (one?.class === 'connector') return sinkFacts(name, one.type, 'pipeline');
  if (one) return exporterSink(one, node.at, context.storages);
  return unknownSink(name, typeOf(id), `nothing here defines the exporter ${id}`);
}

function layeredFact(
  holds: boolean,
  { layered }: PipelineContext,
  { node }: PipelineNode,
  part: string,
): Fact<boolean> {
  const at = node.get(part).header;
  return holds || layered === undefined ? known(holds, at) : unknown(layered, at);
}

function keptFact(
  { node }: PipelineNode,
  kept: boolean,
  maybe: boolean,
  { layered }: PipelineContext,
): Fact<boolean> {
  const at = node.get('exporters').header;
  if (kept) return known(true, at);
  if (layered !== undefined) return unknown(layered, at);
  return maybe ? unknown('not all of its exporters are defined', at) : known(false, at);
}

function memoryLimit(
  { processors, node }: PipelineNode,
  { components, layered }: PipelineContext,
): Pick<TelemetryPipelineFacts, 'memoryLimited' | 'memoryLimitedFirst'> {
  const position = processors.findIndex(({ id }) => plainType(typeOf(id)) === 'memorylimiter');
  const use = processors[position];
  const at = (use?.node ?? node.get('processors')).at;
  if (!use) {
    const limited = layered === undefined ? known(false, at) : unknown(layered, at);
    return { memoryLimited: limited, memoryLimitedFirst: known(null, at) };
  }
  const settings = components.processor.get(use.id)?.node;
  return {
    memoryLimited: settings ? hasLimit(settings, layered) : unknown(`nothing here defines ${use.id}`, at),
    memoryLimitedFirst: known(position === 0, at),
  };
}

type Node = Use['node'];

/** A limiter without a limit, or that never looks, is refused or does nothing. */
function hasLimit(settings: Node, layered: string | undefined): Fact<boolean> {
  const limits = ['limit_mib', 'limit_percentage'].map((key) => settings.get(key)).filter(isSet);
  const interval = settings.get('check_interval');
  if (limits.length > 0 && isSet(interval)) return known(true, limits[0]?.at);
  if (layered !== undefined) return unknown(layered, settings.header);
  return known(false, (limits.length > 0 ? interval : settings).header);
}

function isSet({ value, text }: Node): boolean {
  if (typeof value === 'number') return value > 0;
  return text !== undefined && !/^0+(?:\.0+)?[a-zµ]*$/.test(text);
}

function samplePercent(
  { processors, node }: PipelineNode,
  { components }: PipelineContext,
): Fact<number | null> {
  const sampler = processors.find(({ id }) => typeOf(id).includes('sampl'));
  if (!sampler) return known(null, node.header);
  const percent = components.processor.get(sampler.id)?.node.get('sampling_percentage');
  if (typeof percent?.value === 'number') return known(percent.value, percent.at);
  if (percent?.text !== undefined && isFilledIn(percent.text)) return filledIn(percent.text, percent);
  return unknown(`${sampler.id} decides by rules of its own`, sampler.node.at);
}
