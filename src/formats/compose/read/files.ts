import { sourceFile } from '../../../source/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { parseYaml } from '../../../syntax/yaml/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import type { FormatContext } from '../../format.ts';
import { baseName, directoryOf } from '../../paths.ts';

/** Files of Compose by path: those that were found, and those that they name. */
export interface Files {
  readonly found: readonly DataNode[];
  /** Those in a folder, by name. */
  in(folder: string): ReadonlyMap<string, DataNode>;
  /** A file by its path relative to a folder; undefined when it is not there, or lies outside. */
  read(folder: string, name: string): DataNode | undefined;
}

export function filesOf(documents: readonly DataDocument[], context: FormatContext): Files {
  const byPath = new Map<string, DataNode | undefined>();
  const byFolder = new Map<string, Map<string, DataNode>>();
  const found: DataNode[] = [];
  for (const document of documents) {
    const { path } = document.file;
    if (byPath.has(path)) continue;
    const root = rootNode(document);
    byPath.set(path, root);
    found.push(root);
    const folder = byFolder.get(directoryOf(path)) ?? new Map<string, DataNode>();
    byFolder.set(directoryOf(path), folder.set(baseName(path), root));
  }
  return {
    found,
    in: (folder) => byFolder.get(folder) ?? new Map<string, DataNode>(),
    read: (folder, name) => {
      const path = pathIn(folder, name);
      if (path === undefined) return undefined;
      if (byPath.has(path)) return byPath.get(path);
      const text = context.exists(path) ? context.readText(path) : undefined;
      const [document] = text === undefined ? [] : parseYaml(sourceFile(path, text)).documents;
      const root = document && rootNode(document);
      byPath.set(path, root);
      return root;
    },
  };
}

/** Undefined for what lies outside of the root, or is written as a path of the machine. */
export function pathIn(folder: string, name: string): string | undefined {
  if (/^[/~]|^[A-Z]:|\$|\\/i.test(name)) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of name.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
