import { known, unknown, type Fact, type TelemetryCollectorFacts } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { isFilledIn, plainType, type Component, type Components } from './component.ts';
import type { CollectorConfig } from './config.ts';
import { endOf, pipelineGraph, type PipelineGraph } from './graph.ts';

/** What the configuration uses and defines; `layered` is why other files may define or use more. */
export interface References {
  readonly undefinedNames: readonly Fact<string>[];
  readonly unusedNames: readonly Fact<string>[];
  readonly looseConnectors: readonly Fact<string>[];
  readonly isUsed: (one: Component) => boolean;
}

export function referencesOf(
  { body, layered, beside }: CollectorConfig,
  components: Components,
  graph: PipelineGraph,
): References {
  const used = new Set<Component>();
  const missing = new Map<string, Fact<string>>();
  const use = (one: Component | undefined, name: string, node: DataNode, why = 'nothing defines'): void => {
    const what = `${name}, which ${why}`;
    if (one) used.add(one);
    else if (!missing.has(what) && !isFilledIn(node.text ?? ''))
      missing.set(
        what,
        layered === undefined
          ? known(what, node.at)
          : unknown(`${layered}, and here it uses the ${what}`, node.at),
      );
  };
  useAll(graph, components, use);
  for (const other of beside)
    useAll(pipelineGraph(other, components), components, (one) => one && used.add(one));
  const listed = body.get('service', 'extensions').items();
  for (const node of listed)
    if (node.text !== undefined) use(components.extension.get(node.text), `extension ${node.text}`, node);
  const enabled = new Set(listed.map(({ text }) => text));
  for (const node of extensionUses(used)) {
    if (node.text === undefined || enabled.has(node.text)) continue;
    const one = components.extension.get(node.text);
    if (one) used.add(one);
    use(undefined, `extension ${node.text}`, node, one ? 'service.extensions leaves out' : undefined);
  }
  for (const node of beside.flatMap((other) => other.get('service', 'extensions').items())) {
    const one = components.extension.get(node.text ?? '');
    if (one) used.add(one);
  }
  const own = Object.values(components).flatMap((some) =>
    [...some.values()].filter(({ node }) => node.document === body.document),
  );
  return {
    undefinedNames: [...missing.values()],
    unusedNames: own
      .filter((one) => !used.has(one))
      .map((one) => {
        const name = `${one.class} ${one.id}`;
        if (layered === undefined) return known(name, one.node.keyAt);
        return unknown(`${layered}, and nothing here uses the ${name}`, one.node.keyAt);
      }),
    looseConnectors: looseConnectors(components, graph, layered),
    isUsed: (one) => used.has(one) && one.node.document === body.document,
  };
}

type Used = (one: Component | undefined, name: string, node: DataNode) => void;

function useAll({ pipelines }: PipelineGraph, components: Components, use: Used): void {
  for (const { receivers, processors, exporters } of pipelines) {
    for (const { id, node } of receivers) use(endOf(components, 'receiver', id), `receiver ${id}`, node);
    for (const { id, node } of processors) use(components.processor.get(id), `processor ${id}`, node);
    for (const { id, node } of exporters) use(endOf(components, 'exporter', id), `exporter ${id}`, node);
  }
}

/** Places where what is used names an extension: who may send, where a queue is kept. */
function extensionUses(used: ReadonlySet<Component>): readonly DataNode[] {
  const found: DataNode[] = [];
  for (const one of used) {
    if (one.class === 'processor') continue;
    const parts = [
      one.node,
      one.node.get('http'),
      ...one.node
        .get('protocols')
        .entries()
        .map(([, node]) => node),
    ];
    for (const part of parts) found.push(part.get('auth', 'authenticator'));
    found.push(one.node.get('sending_queue', 'storage'));
    if (/^filelog|^journald|^windowseventlog/.test(plainType(one.type))) found.push(one.node.get('storage'));
  }
  return found;
}

/** Collectors refuse a connector that is not on both sides. */
function looseConnectors(
  components: Components,
  graph: PipelineGraph,
  layered: string | undefined,
): TelemetryCollectorFacts['looseConnectors'] {
  return [...components.connector.values()].flatMap(({ id, node }) => {
    const [read, written] = [graph.readers.has(id), graph.writers.has(id)];
    if (read === written) return [];
    if (layered !== undefined) return [unknown(`${layered}, and ${id} is on one side only`, node.keyAt)];
    return [known(id, node.keyAt)];
  });
}
