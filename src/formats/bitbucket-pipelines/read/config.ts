import type { Diagnostic } from '../../../source/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import type { FormatContext } from '../../format.ts';
import { directoryOf, missingFile } from '../../paths.ts';
import { readUnits, type Unit } from './step.ts';

/** What starts a pipeline: the section that it stands in. `shared` ones run where they are imported. */
export type Section = 'default' | 'branches' | 'tags' | 'bookmarks' | 'pull-requests' | 'custom' | 'shared';

/** A pipeline of a file. */
export interface PipelineRead {
  readonly path: string;
  /** The folder of the repository that its file is for, with a slash at its end. */
  readonly root: string;
  readonly file: DataNode;
  readonly section: Section;
  /** The pattern or name below the section; empty for the default pipeline. */
  readonly pattern: string;
  /** `branches/main`. */
  readonly name: string;
  /** The list of steps, or what says where that is. */
  readonly node: DataNode;
  readonly units: readonly Unit[];
  /** It is imported from elsewhere: from where, as written. */
  readonly elsewhere: Import | undefined;
}

export interface Import {
  readonly node: DataNode;
  readonly written: string;
  /** Finishes "unknown because …". */
  readonly reason: string;
}

export interface Configs {
  readonly pipelines: readonly PipelineRead[];
  readonly diagnostics: readonly Diagnostic[];
}

const PATTERNED = ['branches', 'tags', 'bookmarks', 'pull-requests', 'custom'] as const;

export function readConfigs(documents: readonly DataDocument[], context: FormatContext): Configs {
  const files = documents.map(rootNode);
  const library: Library = {
    byPath: new Map(files.map((file) => [file.document.file.path, file])),
    imported: new Set(),
    diagnostics: [],
    exists: (path) => context.exists(path),
  };
  const own = files.flatMap((file) => pipelinesOf(file, library));
  const shared = files.flatMap((file) =>
    file
      .get('definitions', 'pipelines')
      .entries()
      .filter(([, node]) => !library.imported.has(placeOf(node)))
      .map(([name, node]) => readPipeline(file, 'shared', name, node, library)),
  );
  return { pipelines: [...own, ...shared], diagnostics: library.diagnostics };
}

interface Library {
  readonly byPath: ReadonlyMap<string, DataNode>;
  /** Places of the shared pipelines that others import. */
  readonly imported: Set<string>;
  readonly diagnostics: Diagnostic[];
  readonly exists: (path: string) => boolean;
}

function placeOf(node: DataNode): string {
  const { file, span } = node.header;
  return `${file.path} ${span.start}`;
}

function pipelinesOf(file: DataNode, library: Library): readonly PipelineRead[] {
  const pipelines = file.get('pipelines');
  const fallback = pipelines.get('default');
  const found = fallback.exists ? [readPipeline(file, 'default', '', fallback, library)] : [];
  for (const section of PATTERNED) {
    for (const [pattern, node] of pipelines.get(section).entries())
      if (node.exists) found.push(readPipeline(file, section, pattern, node, library));
  }
  return found;
}

function readPipeline(
  file: DataNode,
  section: Section,
  pattern: string,
  node: DataNode,
  library: Library,
): PipelineRead {
  const { path } = file.document.file;
  const folder = directoryOf(path).replace(/(?:^|\/)\.bitbucket(?:\/.*)?$/, '');
  const root = folder === '' ? '' : `${folder}/`;
  const found = follow(file, root, node, library);
  return {
    path,
    root,
    file,
    section,
    pattern,
    name: pattern === '' ? section : `${section}/${pattern}`,
    node,
    units: found.list ? readUnits(found.list) : [],
    elsewhere: found.elsewhere,
  };
}

/** The list of a pipeline that another file of the tree shares, or where that is. */
function follow(
  start: DataNode,
  root: string,
  node: DataNode,
  library: Library,
): { readonly list?: DataNode; readonly elsewhere?: Import } {
  const chain: string[] = [];
  let file = start;
  let at = node;
  for (;;) {
    const source = at.get('import');
    const written = source.text;
    if (written === undefined) return { list: at };
    const elsewhere = (reason: string): { readonly elsewhere: Import } => ({
      elsewhere: { node: source, written, reason },
    });
    if (chain.includes(written))
      return elsewhere(`it imports itself: ${[...chain, written].map((one) => `\`${one}\``).join(' → ')}`);
    chain.push(written);
    const [name = '', alias] = written.split('@');
    const from = alias === undefined ? undefined : file.get('definitions', 'imports', alias).text;
    const path =
      from !== undefined && /^[^:]+\.ya?ml$/.test(from) ? root + from.replace(/^\.?\//, '') : undefined;
    if (path === undefined) return elsewhere(`\`${written}\` is imported from another repository`);
    const other = library.byPath.get(path);
    const shared = other?.get('definitions', 'pipelines', name);
    if (!other || !shared?.exists) {
      if (!other && !library.exists(path))
        library.diagnostics.push(missingFile('bitbucket-pipelines', path, source.at));
      return elsewhere(
        other ? `\`${path}\` has no pipeline \`${name}\`` : `\`${path}\` is not among the files`,
      );
    }
    library.imported.add(placeOf(shared));
    file = other;
    at = shared;
  }
}

/** Events that start a custom pipeline, by the file's list of triggers. */
export function eventsOf({ file, section, pattern }: PipelineRead): readonly string[] {
  if (section !== 'custom') return [];
  return file
    .get('triggers')
    .entries()
    .filter(([, rules]) => rules.items().some((rule) => rule.get('pipelines').texts().includes(pattern)))
    .map(([event]) =>
      event === 'repository-push' ? 'push' : event.startsWith('pullrequest') ? 'pull_request' : event,
    );
}
