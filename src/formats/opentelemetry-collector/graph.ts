import type { DataNode } from '../data-node.ts';
import type { Component, Components } from './component.ts';

/** A pipeline as it is written: names of what it uses, each with its place. */
export interface PipelineNode {
  /** `traces`, `metrics/host`. */
  readonly id: string;
  readonly node: DataNode;
  readonly receivers: readonly Use[];
  readonly processors: readonly Use[];
  readonly exporters: readonly Use[];
}

export interface Use {
  readonly id: string;
  readonly node: DataNode;
}

/** The pipelines of a configuration, and which of them hand on to which. */
export interface PipelineGraph {
  readonly pipelines: readonly PipelineNode[];
  /** Pipelines that read from a connector, by its name. */
  readonly readers: ReadonlyMap<string, readonly PipelineNode[]>;
  /** Pipelines that write to it. */
  readonly writers: ReadonlyMap<string, readonly PipelineNode[]>;
}

/** More than people write; each names components, and may be in a ring with others. */
export const MAX_PIPELINES = 2000;

export function pipelineGraph(body: DataNode, components: Components): PipelineGraph {
  const pipelines = body
    .get('service', 'pipelines')
    .entries()
    .slice(0, MAX_PIPELINES)
    .map(([key, node]): PipelineNode => {
      const uses = (part: string): readonly Use[] =>
        node
          .get(part)
          .items()
          .flatMap((item) => (item.text === undefined ? [] : [{ id: item.text.trim(), node: item }]));
      return {
        id: key.trim(),
        node,
        receivers: uses('receivers'),
        processors: uses('processors'),
        exporters: uses('exporters'),
      };
    });
  const joined = (part: 'receivers' | 'exporters'): ReadonlyMap<string, readonly PipelineNode[]> => {
    const found = new Map<string, PipelineNode[]>();
    for (const pipeline of pipelines)
      for (const { id } of pipeline[part]) {
        if (!components.connector.has(id)) continue;
        const others = found.get(id);
        if (others) others.push(pipeline);
        else found.set(id, [pipeline]);
      }
    return found;
  };
  return { pipelines, readers: joined('receivers'), writers: joined('exporters') };
}

/** Pipelines that are reached from some through connectors, forwards to what they write or backwards to what they read. */
export function reached(
  from: readonly PipelineNode[],
  graph: PipelineGraph,
  direction: 'forwards' | 'backwards',
): ReadonlySet<PipelineNode> {
  const seen = new Set(from);
  const waiting = [...from];
  const followed = new Set<string>();
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const uses = direction === 'forwards' ? one.exporters : one.receivers;
    const next = direction === 'forwards' ? graph.readers : graph.writers;
    for (const { id } of uses) {
      if (followed.has(id)) continue;
      followed.add(id);
      for (const other of next.get(id) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        waiting.push(other);
      }
    }
  }
  return seen;
}

/** Rings that are told of. */
const MAX_CYCLES = 20;

/** Rings of pipelines, each as the chain from a pipeline back to itself. */
export function cyclesOf(graph: PipelineGraph): readonly (readonly PipelineNode[])[] {
  const done = new Set<PipelineNode>();
  const cycles: (readonly PipelineNode[])[] = [];
  for (const start of graph.pipelines) {
    if (done.has(start)) continue;
    const path: PipelineNode[] = [];
    const on = new Set<PipelineNode>();
    const stack: { readonly pipeline: PipelineNode; readonly next: Iterator<PipelineNode, undefined> }[] = [];
    const enter = (pipeline: PipelineNode): void => {
      path.push(pipeline);
      on.add(pipeline);
      stack.push({ pipeline, next: nextOf(pipeline, graph) });
    };
    enter(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const value = nextIn(top.next);
      if (!value) {
        stack.pop();
        path.pop();
        on.delete(top.pipeline);
        done.add(top.pipeline);
      } else if (on.has(value)) {
        if (cycles.length < MAX_CYCLES) cycles.push([...path.slice(path.indexOf(value)), value]);
      } else if (!done.has(value)) enter(value);
    }
  }
  return cycles;
}

function nextIn(some: Iterator<PipelineNode, undefined>): PipelineNode | undefined {
  const step = some.next();
  return step.done === true ? undefined : step.value;
}

function* nextOf({ exporters }: PipelineNode, graph: PipelineGraph): Generator<PipelineNode, undefined> {
  for (const { id } of exporters) yield* graph.readers.get(id) ?? [];
  return undefined;
}

/** The component that a pipeline uses under a name, as a source or a sink: a connector is both. */
export function endOf(
  components: Components,
  part: 'receiver' | 'exporter',
  id: string,
): Component | undefined {
  return components[part].get(id) ?? components.connector.get(id);
}
