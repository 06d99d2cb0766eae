import { deliver } from '../../delivery/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { pipelinesIn } from './detect.ts';
import { readPipeline } from './pipeline.ts';
import { releasesOf } from './release.ts';

export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const nodes = documents.flatMap(pipelinesIn);
  const byId = new Map(nodes.map((node) => [node.get('id').text, node]));
  const read = nodes.map((node) => readPipeline(node, (id) => byId.get(id)));
  const delivered = deliver(read.map(({ pipeline }) => pipeline)).flat();
  return {
    subjects: withUniqueIds([...delivered, ...read.flatMap((one) => releasesOf(one, context))]),
    diagnostics: [],
  };
}
