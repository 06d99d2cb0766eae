import { deliver } from '../../delivery/index.ts';
import { givenBelow, givenSecrets } from '../../secrets/index.ts';
import { distinctDiagnostics, type Diagnostic } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { missingFile } from '../paths.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { isPipeline } from './detect.ts';
import { dependenciesOf } from './pipeline/dependencies.ts';
import { pipelineOf } from './pipeline/subject.ts';
import { createLibrary, type Library } from './read/library.ts';
import { readPipeline, type PipelineRead } from './read/pipeline.ts';

/** What hold variables: of a pipeline, its stages and jobs; of a task. */
const VARIABLES = new Set(['variables', 'env']);
/** `$(name)`, `$[ expression ]`, `${{ expression }}`. */
const FILLED_IN = /\$[([{]/;

export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const library = createLibrary(documents, context);
  const used = usedTemplates(documents, library);
  const pipelines = documents
    .filter((one) => isPipeline(rootNode(one), used.has(one.file.path)))
    .map((document) => readPipeline(document, library));
  const subjects = withUniqueIds([
    ...deliver(pipelines.map(pipelineOf)).flat(),
    ...documents.flatMap((document) => dependenciesOf(rootNode(document))),
    ...documents.flatMap((document) =>
      givenSecrets(givenBelow(rootNode(document), VARIABLES), 'azure-pipelines', FILLED_IN),
    ),
  ]);
  return { subjects, diagnostics: missingFiles(pipelines) };
}

/** Paths of the templates that any file names. */
function usedTemplates(documents: readonly DataDocument[], library: Library): ReadonlySet<string> {
  const used = new Set<string>();
  for (const document of documents) {
    for (const reference of references(rootNode(document))) {
      const name = (reference.text ?? '').replace(/@self$/, '');
      if (name === '' || name.includes('@') || name.includes('${{')) continue;
      const path = library.template(document.file.path, name)?.document.file.path;
      if (path !== undefined && path !== document.file.path) used.add(path);
    }
  }
  return used;
}

/** Every `template` in a file, whatever holds it. */
function references(root: DataNode): readonly DataNode[] {
  const found: DataNode[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    waiting.push(...node.items());
    for (const [key, value] of node.entries()) {
      if (key === 'template' && value.text !== undefined) found.push(value);
      else waiting.push(value);
    }
  }
  return found;
}

/** Templates of the same repository that are not there, each place once. */
function missingFiles(pipelines: readonly PipelineRead[]): readonly Diagnostic[] {
  const missing = pipelines.flatMap(({ hidden }) => hidden).filter((one) => one.missing);
  return distinctDiagnostics(missing.map(({ name, at }) => missingFile('azure-pipelines', name, at)));
}
