import { sourceFile, type SourceFile } from '../../../source/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { parseYaml } from '../../../syntax/yaml/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import type { FormatContext } from '../../format.ts';
import { directoryOf } from '../../paths.ts';
import { isHeader } from '../detect.ts';

/** A file of a pipeline: its jobs, and which inputs it takes. */
export interface CiFile {
  readonly path: string;
  readonly node: DataNode;
  /** `spec.inputs` of the document before the jobs. */
  readonly inputs: DataNode | undefined;
}

/** Files by path: those that were handed over, and those that they include. */
export interface Files {
  /** Those that were handed over, in order. */
  readonly given: readonly CiFile[];
  /** The file that an include names, seen from a file in `folder`; undefined when there is none. */
  at(path: string): CiFile | undefined;
  /** Paths of the files below `root` that a pattern with `*` names; undefined when they cannot be told. */
  matching(root: string, pattern: string): readonly string[] | undefined;
  exists(path: string): boolean;
  /** Those that were read because others include them, so far. */
  included(): readonly SourceFile[];
}

export function createFiles(documents: readonly DataDocument[], context: FormatContext): Files {
  const byPath = new Map<string, DataDocument[]>();
  for (const document of documents) {
    const { path } = document.file;
    byPath.set(path, [...(byPath.get(path) ?? []), document]);
  }
  const read = new Map<string, CiFile | undefined>();
  const given = [...byPath].map(([path, own]) => {
    const file = fileOf(path, own);
    read.set(path, file);
    return file;
  });
  return {
    given,
    exists: (path) => byPath.has(path) || context.exists(path),
    at: (path) => {
      if (!read.has(path)) {
        const text = context.readText(path);
        read.set(
          path,
          text === undefined ? undefined : fileOf(path, parseYaml(sourceFile(path, text)).documents),
        );
      }
      return read.get(path);
    },
    matching: (root, pattern) => matching(root, pattern, context),
    included: () =>
      [...read].flatMap(([path, file]) => (file && !byPath.has(path) ? [file.node.document.file] : [])),
  };
}

function fileOf(path: string, documents: readonly DataDocument[]): CiFile;
function fileOf(path: string, documents: readonly DataDocument[]): CiFile | undefined {
  const nodes = documents.map(rootNode);
  const [first, second] = nodes;
  if (!first) return undefined;
  if (!isHeader(first)) return { path, node: first, inputs: undefined };
  return { path, node: second ?? first, inputs: first.get('spec', 'inputs') };
}

/** Folders above a file, the nearest first, with a slash at their ends; the last is the root. */
export function foldersAbove(path: string): readonly string[] {
  const found: string[] = [];
  for (let folder = directoryOf(path); folder !== ''; folder = directoryOf(folder)) found.push(`${folder}/`);
  return [...found, ''];
}

function matching(root: string, pattern: string, context: FormatContext): readonly string[] | undefined {
  const fixed = pattern.slice(0, pattern.search(/[*?]/));
  const folder = root + (fixed.includes('/') ? fixed.slice(0, fixed.lastIndexOf('/')) : '');
  const paths = context.filesBelow(folder.replace(/\/$/, ''));
  if (!paths) return undefined;
  const segments = pattern.split('/');
  return paths
    .filter((path) => path.startsWith(root) && /\.ya?ml$/.test(path))
    .filter((path) => matches(path.slice(root.length).split('/'), segments))
    .toSorted();
}

/** `*` stands for any part of one name, `**` for any number of folders. Looks at each pair of segments once. */
function matches(names: readonly string[], pattern: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const segment of pattern) {
    const next = new Set<number>();
    for (const at of reached) {
      if (segment === '**') for (let end = at; end <= names.length; end++) next.add(end);
      else if (at < names.length && nameMatches(names[at] ?? '', segment)) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(names.length);
}

function nameMatches(name: string, pattern: string): boolean {
  const parts = pattern.split(/\*+/);
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return name === pattern;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}
