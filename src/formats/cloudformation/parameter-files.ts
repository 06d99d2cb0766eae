import { purposeOf } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import { baseName, directoryOf } from '../paths.ts';

/** What a parameter file gives. */
export interface ParameterFile {
  readonly path: string;
  readonly values: ReadonlyMap<string, DataNode>;
}

const AFFIX = /[-_.]?(?:cfn|cloudformation)?[-_.]?(?:parameters?|params?)[-_.]?/i;
const EXTENSION = /(?:\.template|\.cfn)?\.(?:json|ya?ml)$|\.template$/i;

export function parameterFile(root: DataNode): ParameterFile {
  const { path } = root.document.file;
  const entries = root.isList
    ? root.items().map((entry) => [entry.get('ParameterKey').text, entry.get('ParameterValue')] as const)
    : root.get('Parameters').entries();
  const values = new Map<string, DataNode>();
  // `UsePreviousValue` is an entry without a value.
  for (const [name, value] of entries)
    if (name !== undefined && value.value !== undefined) values.set(name, value);
  return { path, values };
}

/** Parameter files by the path of the template that they are clearly for. */
export function assignParameterFiles(
  files: readonly ParameterFile[],
  templates: readonly DataNode[],
): ReadonlyMap<string, readonly ParameterFile[]> {
  const assigned = new Map<string, ParameterFile[]>();
  for (const file of files) {
    const path = templateFor(file, templates)?.document.file.path;
    if (path !== undefined) assigned.set(path, [...(assigned.get(path) ?? []), file]);
  }
  return assigned;
}

/** In the nearest folder upwards, the only template that has all of the parameters, or the one that the file is named after. */
function templateFor(file: ParameterFile, templates: readonly DataNode[]): DataNode | undefined {
  const fitting = templates.filter((root) => {
    const parameters = root.get('Parameters');
    return [...file.values.keys()].every((name) => parameters.has(name));
  });
  for (let folder = directoryOf(file.path); ; folder = directoryOf(folder)) {
    const here = fitting.filter((root) => directoryOf(root.document.file.path) === folder);
    if (here.length === 1) return here[0];
    if (here.length > 1) {
      const named = here.filter((root) => stem(file.path).startsWith(stem(root.document.file.path)));
      return named.length === 1 ? named[0] : undefined;
    }
    if (folder === '') return undefined;
  }
}

/** `prod` of `prod.json`, `prod.parameters.json`, `parameters/prod.json`, `webshop-parameters-prod.json` and `prod/parameters.json`. */
export function environmentName(file: ParameterFile, template: DataNode): string | undefined {
  const own = stem(template.document.file.path);
  const name = stem(file.path)
    .replace(AFFIX, '-')
    .replace(own, '')
    .replace(/^[-_.]+|[-_.]+$/g, '');
  const folder = directoryOf(file.path);
  const beside = folder !== directoryOf(template.document.file.path);
  const candidates = [name, ...(beside ? [baseName(folder)] : [])];
  return candidates.find((candidate) => purposeOf(candidate) !== undefined);
}

function stem(path: string): string {
  return baseName(path).replace(EXTENSION, '');
}
