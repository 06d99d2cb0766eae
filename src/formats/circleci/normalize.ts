import { deliver } from '../../delivery/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { Normalized } from '../format.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { dependenciesOf } from './dependencies.ts';
import { pipelineOf } from './pipeline.ts';
import { readConfig } from './read/config.ts';
import { readWorkflows } from './read/workflow.ts';

export function normalize(documents: readonly DataDocument[]): Normalized {
  const configs = documents.map(readConfig);
  const workflows = configs.flatMap(readWorkflows);
  const delivered = deliver(workflows.map(pipelineOf)).flat();
  return {
    subjects: withUniqueIds([...delivered, ...configs.flatMap(dependenciesOf)]),
    diagnostics: [],
  };
}
