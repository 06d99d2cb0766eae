import { deliver } from '../../delivery/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { givenBelow, givenSecrets } from '../../secrets/index.ts';
import { rootNode } from '../data-node.ts';
import type { Normalized } from '../format.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { dependenciesOf } from './dependencies.ts';
import { pipelineOf } from './pipeline.ts';
import { readConfig } from './read/config.ts';
import { readWorkflows } from './read/workflow.ts';

const VARIABLES = new Set(['environment']);
/** `$NAME`, and what CircleCI fills in. */
const FILLED_IN = /\$|<</;

export function normalize(documents: readonly DataDocument[]): Normalized {
  const configs = documents.map(readConfig);
  const workflows = configs.flatMap(readWorkflows);
  const delivered = deliver(workflows.map(pipelineOf)).flat();
  const written = documents.flatMap((document) =>
    givenSecrets(givenBelow(rootNode(document), VARIABLES), 'circleci', FILLED_IN),
  );
  return {
    subjects: withUniqueIds([...delivered, ...configs.flatMap(dependenciesOf), ...written]),
    diagnostics: [],
  };
}
