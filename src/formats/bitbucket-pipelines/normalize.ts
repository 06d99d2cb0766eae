import { deliver, redeploysOf } from '../../delivery/index.ts';
import type { Subject } from '../../model/index.ts';
import { givenBelow, givenSecrets } from '../../secrets/index.ts';
import { distinctDiagnostics } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { createPlaceholderCheck } from '../placeholder-test.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { dependenciesOf } from './dependencies.ts';
import { pipelineOf } from './pipeline.ts';
import { readConfigs, type PipelineRead } from './read/config.ts';

/** What pipes and services are given. */
const VARIABLES = new Set(['variables', 'environment']);

/** How many steps that start a pipeline are followed; nobody has as many. */
const CHILDREN = 1_000;

export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const { pipelines: reads, diagnostics } = readConfigs(documents, context);
  const isPlaceholder = createPlaceholderCheck(context);
  const customOf = customPipelines(reads);
  let left = CHILDREN;
  const pipelines = reads.map((read) =>
    pipelineOf(read, {
      isPlaceholder,
      child: (name) => (left-- > 0 ? customOf(read.path, name) : undefined),
    }),
  );
  const delivered = deliver(pipelines);
  const subjects = pipelines.flatMap(({ runs }, index): Subject[] => {
    const own = delivered[index] ?? [];
    return [...own, ...redeploysOf(own, runs)];
  });
  const written = documents.flatMap((document) =>
    givenSecrets(givenBelow(rootNode(document), VARIABLES), 'bitbucket-pipelines', /\$/),
  );
  return {
    subjects: withUniqueIds([...subjects, ...dependenciesOf(reads), ...written]),
    diagnostics: distinctDiagnostics(diagnostics),
  };
}

function customPipelines(
  reads: readonly PipelineRead[],
): (path: string, name: string) => PipelineRead | undefined {
  const custom = new Map<string, PipelineRead>();
  for (const read of reads)
    if (read.section === 'custom') custom.set(JSON.stringify([read.path, read.pattern]), read);
  return (path, name) => custom.get(JSON.stringify([path, name]));
}
