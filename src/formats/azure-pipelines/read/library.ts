import { sourceFile } from '../../../source/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { parseYaml } from '../../../syntax/yaml/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import type { FormatContext } from '../../format.ts';
import { directoryOf } from '../../paths.ts';

/** The files that pipelines are made of, by path. */
export interface Library {
  /** The template that a file names: relative to it, or with a slash in front to the repository. */
  template(from: string, name: string): DataNode | undefined;
}

export function createLibrary(documents: readonly DataDocument[], context: FormatContext): Library {
  const byPath = new Map<string, DataNode | undefined>();
  for (const document of documents) {
    const { path } = document.file;
    if (!byPath.has(path)) byPath.set(path, rootNode(document));
  }
  const read = (path: string): DataNode | undefined => {
    if (byPath.has(path)) return byPath.get(path);
    const text = context.readText(path);
    const document = text === undefined ? undefined : parseYaml(sourceFile(path, text)).documents[0];
    const node = document && rootNode(document);
    byPath.set(path, node);
    return node;
  };
  return {
    template: (from, name) => {
      for (const path of candidates(from, name)) {
        const node = read(path);
        if (node) return node;
      }
      return undefined;
    },
  };
}

/** The repository may be a folder of what is looked at, so that its root is any folder above the file. */
function candidates(from: string, name: string): readonly string[] {
  if (!name.startsWith('/')) return clean(directoryOf(from), name);
  const found: string[] = [];
  for (let folder = directoryOf(from); ; folder = directoryOf(folder)) {
    found.push(...clean(folder, name.slice(1)));
    if (folder === '') return found;
  }
}

/** Empty for what lies outside. */
function clean(folder: string, name: string): readonly string[] {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of name.split(/[/\\]/)) {
    if (part === '..') {
      if (parts.pop() === undefined) return [];
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return [parts.join('/')];
}
