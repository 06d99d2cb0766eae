import { deliver } from '../../delivery/index.ts';
import type { GroovyFile } from '../../syntax/groovy/index.ts';
import type { Normalized } from '../format.ts';
import { uniqueIds } from '../unique-ids.ts';
import { dependenciesOf } from './dependencies.ts';
import { pipelineOf } from './pipeline.ts';
import { readJenkinsfile } from './read/jenkinsfile.ts';

export function normalize(documents: readonly GroovyFile[]): Normalized {
  const files = documents.map(readJenkinsfile);
  const delivered = deliver(files.map(pipelineOf)).flat();
  const unique = uniqueIds();
  return {
    subjects: [...delivered, ...files.flatMap(dependenciesOf)].map((subject) => {
      const id = unique(`${subject.kind} ${subject.id}`).slice(subject.kind.length + 1);
      return id === subject.id ? subject : { ...subject, id };
    }),
    diagnostics: [],
  };
}
