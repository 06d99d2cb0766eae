import type { Diagnostic, SourceFile } from '../../source/index.ts';
import { drawnSubject, type DrawnComponent, type Subject } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { directoryOf, missingFile } from '../paths.ts';
import { uniqueIds } from '../unique-ids.ts';
import { credentialsOf } from './credentials.ts';
import { filesOf, pathIn, type Files } from './read/files.ts';
import { servicesOf, type Service } from './read/services.ts';
import { variablesOf, type Variables } from './read/variables.ts';
import { serviceSubjects } from './workload/workload.ts';

/** Each service of each file is a workload, with what it extends and what its file completes. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const files = filesOf(documents, context);
  const uniqueId = uniqueIds();
  const subjects: Subject[] = [];
  const diagnostics: Diagnostic[] = [];
  const included = new Set<SourceFile>();
  const told = new Set<string>();
  const variables = projectVariables(files, context);
  for (const file of files.found) {
    const { path } = file.document.file;
    const environment = context.environmentOf(path);
    const own = variables(directoryOf(path));
    if (own.envFile) included.add(own.envFile.file);
    diagnostics.push(...missingParts(file, files));
    for (const service of servicesOf(file, files)) {
      const id = uniqueId(`${path}:${service.name}`);
      subjects.push(...serviceSubjects(service, own, { id, environment }));
      subjects.push(drawnSubject(drawnService(service), { id, format: 'compose' }));
      // What a service extends tells of its own.
      for (const credential of credentialsOf(service, id, own)) {
        const place = `${credential.location.file.path}:${credential.location.span.start}`;
        if (!told.has(place)) subjects.push(credential);
        told.add(place);
      }
    }
  }
  return { subjects, diagnostics, included: [...included] };
}

/** Where nobody draws a diagram, the file shows what there is and what needs what. */
function drawnService({ name, location, all }: Service): DrawnComponent {
  const needs = all.get('depends_on');
  const named = [
    ...needs
      .items()
      .flatMap((item) => (item.text === undefined ? [] : [{ name: item.text, location: item.at }])),
    ...needs.entries().map(([other, node]) => ({ name: other, location: node.keyAt })),
  ];
  return { name, type: 'component', location, dependsOn: named };
}

/** Variables by folder: a project that is included takes what it does not set itself from the one that includes it. */
function projectVariables(files: Files, context: FormatContext): (folder: string) => Variables {
  const includers = new Map<string, string>();
  for (const file of files.found) {
    const folder = directoryOf(file.document.file.path);
    for (const { text = '' } of includes(file)) {
      const path = pathIn(folder, text);
      const other = path === undefined ? undefined : directoryOf(path);
      if (other !== undefined && other !== folder && !includers.has(other)) includers.set(other, folder);
    }
  }
  const known = new Map<string, Variables>();
  return (folder) => {
    // From the outermost that includes it, each once.
    const chain = [folder];
    for (
      let above = includers.get(folder);
      above !== undefined && !chain.includes(above) && chain.length < MAX_DEPTH;
    )
      above = includers.get(chain[chain.push(above) - 1] ?? '');
    let variables: Variables | undefined;
    for (const one of chain.reverse()) {
      const found = known.get(one) ?? variablesOf(one, context, variables);
      known.set(one, found);
      variables = found;
    }
    return variables ?? variablesOf(folder, context);
  };
}

const MAX_DEPTH = 20;

/** The files that a file includes, as they are written. */
function includes(file: DataNode): readonly DataNode[] {
  return file
    .get('include')
    .items()
    .flatMap((item) => (item.isMap ? [item.get('path'), ...item.get('path').items()] : [item]))
    .filter(({ text }) => text !== undefined);
}

/** Files inside the root that are named and not there; what an address or the machine has is none of them. */
function missingParts(file: DataNode, files: Files): readonly Diagnostic[] {
  const folder = directoryOf(file.document.file.path);
  const extended = file
    .get('services')
    .entries()
    .map(([, service]) => service.get('extends', 'file'));
  return [...includes(file), ...extended].flatMap((node) => {
    const { text } = node;
    if (text === undefined || pathIn(folder, text) === undefined || /^[a-z][a-z+]*:/i.test(text)) return [];
    return files.read(folder, text) ? [] : [missingFile('compose', text, node.at)];
  });
}
