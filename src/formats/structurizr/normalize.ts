import { drawnSubject, type DrawnComponent, type Subject } from '../../model/index.ts';
import { sourceFile, type SourceFile } from '../../source/index.ts';
import {
  parseStructurizr,
  type StructurizrElement,
  type StructurizrFile,
} from '../../syntax/structurizr/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { directoryOf, missingFile } from '../paths.ts';
import { uniqueIds } from '../unique-ids.ts';

/** Containers, and systems that have none: what is deployed. Parts of containers count as these, people not at all. */
export function normalize(documents: readonly StructurizrFile[], context: FormatContext): Normalized {
  const uniqueId = uniqueIds();
  const included = new Map<string, SourceFile>();
  const workspaces = documents.filter(({ file }) => !isFragment(file, documents));
  const subjects: Subject[] = [];
  const diagnostics = [];
  for (const { file } of workspaces) {
    const read = (name: string): SourceFile | undefined => {
      const path = pathIn(directoryOf(file.path), name);
      const text = path === undefined || !context.exists(path) ? undefined : context.readText(path);
      if (path === undefined || text === undefined) return undefined;
      const other = included.get(path) ?? sourceFile(path, text);
      included.set(path, other);
      return other;
    };
    const model = parseStructurizr(file, read);
    for (const { target, location } of model.includes)
      if (!/^https?:/.test(target) && !read(target))
        diagnostics.push(missingFile('structurizr', target, location));
    for (const drawn of drawnIn(model))
      subjects.push(
        drawnSubject(drawn, {
          id: uniqueId(`${file.path}:${drawn.name}`),
          format: 'structurizr',
          path: file.path,
        }),
      );
  }
  return { subjects, diagnostics, included: [...included.values()] };
}

/** A file that another one includes is a part of that. */
function isFragment(file: SourceFile, documents: readonly StructurizrFile[]): boolean {
  return documents.some(
    (other) =>
      other.file !== file &&
      other.includes.some(({ target }) => pathIn(directoryOf(other.file.path), target) === file.path),
  );
}

function drawnIn({ elements, relations }: StructurizrFile): readonly DrawnComponent[] {
  const byId = new Map<string, StructurizrElement>();
  for (const element of elements) {
    byId.set(element.id, element);
    if (!byId.has(element.short)) byId.set(element.short, element);
  }
  const parents = new Set(elements.filter(({ type }) => type === 'container').map(({ parent }) => parent));
  /** What is deployed of an element: itself, or what holds it. */
  const deployed = (element: StructurizrElement | undefined): StructurizrElement | undefined => {
    if (!element || element.type === 'person') return undefined;
    if (element.type === 'component') return deployed(byId.get(element.parent ?? ''));
    return element.type === 'softwaresystem' && parents.has(element.id) ? undefined : element;
  };
  const needs = new Map<string, Map<string, DrawnComponent['dependsOn'][number]>>();
  for (const { from, to, location } of relations) {
    const user = deployed(byId.get(from));
    const used = deployed(byId.get(to));
    if (!user || !used || user === used) continue;
    const known = needs.get(user.id) ?? new Map<string, DrawnComponent['dependsOn'][number]>();
    needs.set(user.id, known);
    if (!known.has(used.id)) known.set(used.id, { name: used.name, location });
  }
  return elements
    .filter((element) => element.type !== 'component' && deployed(element) === element)
    .map((element) => ({
      name: element.name,
      type: element.type === 'softwaresystem' ? 'external' : 'component',
      location: element.location,
      dependsOn: [...(needs.get(element.id)?.values() ?? [])],
    }));
}

/** Undefined for what lies outside of the root. */
function pathIn(folder: string, name: string): string | undefined {
  if (/^[/~]|^[a-z]:|\\/i.test(name)) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of name.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
