import { known, unknown, type TelemetryPipelineFacts } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { plainType, typeOf, type Components } from './component.ts';
import type { PipelineNode } from './graph.ts';

/** Files that the receivers of a pipeline read, unless a step of it chooses among their lines. */
export function filesRead(
  { receivers, processors }: PipelineNode,
  { components }: { readonly components: Components },
): Pick<TelemetryPipelineFacts, 'files'> {
  const readers = receivers
    .filter(({ id }) => plainType(typeOf(id)) === 'filelog')
    .flatMap(({ id }) => components.receiver.get(id)?.node ?? []);
  const [first] = readers;
  if (!first) return {};
  const choosing = processors.find(
    ({ id }) => typeOf(id) === 'filter' || plainType(typeOf(id)) === 'routing',
  );
  if (choosing)
    return { files: unknown(`its processor ${choosing.id} may leave them out`, choosing.node.at) };
  const files = readers.flatMap((node) => [
    ...textsOf(node.get('include')),
    ...textsOf(node.get('exclude')).map((pattern) => `!${pattern}`),
  ]);
  return { files: known(files, first.get('include').at) };
}

function textsOf(node: DataNode): readonly string[] {
  return node.items().flatMap(({ text }) => text ?? []);
}
