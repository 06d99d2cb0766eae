import { deliver } from '../../delivery/index.ts';
import { givenBelow, givenSecrets } from '../../secrets/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { resourceOf } from '../cluster-objects.ts';
import { rootNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { dependenciesOf } from './dependencies.ts';
import { createClaims } from './mistakes/claims.ts';
import { entryOf, pipelineOf } from './pipeline.ts';
import { readLibrary, type Library, type TektonObject } from './read/objects.ts';
import { runBy } from './read/tasks.ts';

/** Variables of containers, and parameters of tasks and pipelines. */
const VARIABLES = new Set(['env', 'params']);
/** `$(params.name)`, `{{inputs.parameters.name}}`. */
const FILLED_IN = /\$\(|\{\{/;

export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const library = readLibrary(documents);
  const used = usedBy(library);
  const claim = createClaims(library);
  const pipelines = library.objects.flatMap((object) => {
    const entry = used.has(object.spec.value) ? undefined : entryOf(object, library);
    return entry ? [pipelineOf(object, entry, library, { ...context, ...claim(object) })] : [];
  });
  // A task by itself that delivers nothing is a part, and no pipeline, unless something is wrong with it.
  const delivered = deliver(pipelines).filter((subjects, index) => {
    const pipeline = pipelines[index];
    return !isPart(library, pipeline?.at) || subjects.length > 1 || (pipeline?.mistakes ?? []).length > 0;
  });
  const subjects = [...delivered.flat(), ...library.objects.flatMap(dependenciesOf)];
  const written = documents.flatMap((document) =>
    givenSecrets(givenBelow(rootNode(document), VARIABLES), 'tekton', FILLED_IN),
  );
  const resources = context.wantsResources ? documents.map((document) => resourceOf(document, 'tekton')) : [];
  return { subjects: withUniqueIds([...subjects, ...written, ...resources]), diagnostics: [] };
}

function isPart({ objects }: Library, at: TektonObject['header'] | undefined): boolean {
  const object = objects.find(({ header }) => header === at);
  return object?.kind === 'Task' || object?.kind === 'ClusterTask';
}

/** Specs of the tasks and pipelines that others run. */
function usedBy(library: Library): ReadonlySet<unknown> {
  return new Set(
    library.objects.flatMap((object) =>
      runBy(object, library).flatMap((spec) => (spec.value === object.spec.value ? [] : [spec.value])),
    ),
  );
}
