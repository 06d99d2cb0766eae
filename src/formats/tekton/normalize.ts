import { deliver } from '../../delivery/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { resourceOf } from '../cluster-objects.ts';
import type { DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { dependenciesOf } from './dependencies.ts';
import { entryOf, pipelineOf } from './pipeline.ts';
import { readLibrary, type Library, type TektonObject } from './read/objects.ts';
import { targetOf } from './read/tasks.ts';

export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const library = readLibrary(documents);
  const used = usedBy(library);
  const pipelines = library.objects.flatMap((object) => {
    const entry = used.has(object.spec.value) ? undefined : entryOf(object, library);
    return entry ? [pipelineOf(object, entry, library, context)] : [];
  });
  // A task by itself that delivers nothing is a part, and no pipeline.
  const delivered = deliver(pipelines).filter(
    (subjects, index) => !isPart(library, pipelines[index]?.at) || subjects.length > 1,
  );
  const subjects = [...delivered.flat(), ...library.objects.flatMap(dependenciesOf)];
  const resources = context.wantsResources ? documents.map((document) => resourceOf(document, 'tekton')) : [];
  return { subjects: withUniqueIds([...subjects, ...resources]), diagnostics: [] };
}

function isPart({ objects }: Library, at: TektonObject['header'] | undefined): boolean {
  const object = objects.find(({ header }) => header === at);
  return object?.kind === 'Task' || object?.kind === 'ClusterTask';
}

/** Specs of the tasks and pipelines that others run. */
function usedBy(library: Library): ReadonlySet<unknown> {
  const used = new Set<unknown>();
  for (const { spec, path, kind } of library.objects) {
    const holders: readonly DataNode[] = [
      ...(kind.endsWith('Run') ? [spec] : []),
      ...[spec, spec.get('pipelineSpec')].flatMap((one) => [
        ...one.get('tasks').items(),
        ...one.get('finally').items(),
      ]),
    ];
    for (const holder of holders) {
      const target = targetOf(holder, path, library);
      if (target && 'spec' in target && target.spec.value !== spec.value) used.add(target.spec.value);
    }
  }
  return used;
}
