import { deliver } from '../../delivery/index.ts';
import type { GroovyFile } from '../../syntax/groovy/index.ts';
import type { Normalized } from '../format.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { dependenciesOf } from './dependencies.ts';
import { literalsOf } from './literals.ts';
import { pipelineOf } from './pipeline.ts';
import { readJenkinsfile } from './read/jenkinsfile.ts';

export function normalize(documents: readonly GroovyFile[]): Normalized {
  const files = documents.map(readJenkinsfile);
  const delivered = deliver(files.map(pipelineOf)).flat();
  return {
    subjects: withUniqueIds([...delivered, ...files.flatMap(dependenciesOf), ...files.flatMap(literalsOf)]),
    diagnostics: [],
  };
}
