import { deliver } from '../../delivery/index.ts';
import { givenBelow, givenSecrets } from '../../secrets/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { resourceOf } from '../cluster-objects.ts';
import { rootNode } from '../data-node.ts';
import type { Diagnostic } from '../../source/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { dependenciesOf } from './dependencies.ts';
import { appliesManifest, manifestsIn } from './inside.ts';
import { createClaims } from './mistakes/claims.ts';
import { pipelineOf } from './pipeline.ts';
import { stepsOf } from './read/steps.ts';
import {
  readLibrary,
  submittedBy,
  templateOf,
  type Found,
  type Holder,
  type Library,
} from './read/workflow.ts';

/** Variables of containers, and parameters of workflows. */
const VARIABLES = new Set(['env', 'parameters']);
/** `$(params.name)`, `{{inputs.parameters.name}}`. */
const FILLED_IN = /\$\(|\{\{/;

export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const library = readLibrary(documents);
  const used = usedBy(library);
  const claim = createClaims(library);
  const pipelines = library.holders.flatMap((holder) => {
    const entries = entriesOf(holder, library, used);
    // What starts with something that is not there runs nothing, which is worth telling.
    if (entries.length === 0 && holder.kind.endsWith('WorkflowTemplate')) return [];
    const mistakes = claim(holder);
    if (entries.length === 0 && mistakes.all.length === 0) return [];
    return [pipelineOf(holder, entries, library, { ...context, ...mistakes })];
  });
  const subjects = [...deliver(pipelines).flat(), ...library.holders.flatMap(dependenciesOf)];
  const written = documents.flatMap((document) =>
    givenSecrets(givenBelow(rootNode(document), VARIABLES), 'argo-workflows', FILLED_IN),
  );
  const resources = context.wantsResources
    ? documents.map((document) => resourceOf(document, 'argo-workflows'))
    : [];
  return {
    subjects: withUniqueIds([...subjects, ...written, ...resources]),
    diagnostics: unreadManifests(library),
  };
}

/** Templates that others run, and objects that others submit, by what they are in the tree. */
interface Used {
  readonly templates: ReadonlySet<unknown>;
  readonly holders: ReadonlySet<Holder>;
}

function usedBy(library: Library): Used {
  const templates = new Set<unknown>();
  const holders = new Set<Holder>();
  for (const holder of library.holders) {
    const submitted = submittedBy(holder, library);
    if (submitted) holders.add(submitted);
    for (const node of holder.templates.values()) {
      for (const step of stepsOf(node) ?? []) {
        const found = templateOf(step.node, holder, library);
        if ('node' in found && found.node.value !== node.value) templates.add(found.node.value);
      }
    }
  }
  return { templates, holders };
}

/**
 * What a workflow starts with. An object of templates that another submits is no workflow of its own; one without an
 * entrypoint starts with each of its templates that nothing runs.
 */
function entriesOf(holder: Holder, library: Library, used: Used): readonly Found[] {
  const { spec, kind, templates } = holder;
  const isTemplate = kind.endsWith('WorkflowTemplate');
  if (isTemplate && used.holders.has(holder)) return [];
  const submitted = submittedBy(holder, library);
  const entry = [spec, submitted?.spec].find((one) => one?.get('entrypoint').text !== undefined);
  const name = entry?.get('entrypoint').text;
  for (const source of [holder, submitted]) {
    const node = name === undefined ? undefined : source?.templates.get(name);
    if (source && node && name !== undefined) {
      // Others run it, so that it says nothing more when it is looked at by itself.
      return isTemplate && used.templates.has(node.value) ? [] : [{ holder: source, node, name }];
    }
  }
  if (!isTemplate || name !== undefined) return [];
  return [...templates].flatMap(([own, node]) =>
    used.templates.has(node.value) ? [] : [{ holder, node, name: own }],
  );
}

/** Texts that templates apply, and that are no objects as they stand. */
function unreadManifests({ holders }: Library): readonly Diagnostic[] {
  return holders.flatMap(({ path, templates }) =>
    [...templates].flatMap(([name, template]): readonly Diagnostic[] => {
      const manifest = template.get('resource', 'manifest');
      if (!appliesManifest(template) || manifestsIn(template).length > 0) return [];
      const message = `What template ${name} applies is no object as it is written, so it is not examined.`;
      return [{ code: 'argo-workflows/manifest', level: 'note', message, path, location: manifest.header }];
    }),
  );
}
