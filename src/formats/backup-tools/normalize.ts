import type { Subject } from '../../model/index.ts';
import type { SourceFile } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { nearestTo } from '../paths.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { partOf, profilesOf, type Part } from './detect.ts';
import { crontabRuns } from './timers/crontab.ts';
import { runSubject, type Run } from './timers/run.ts';
import { systemdRuns } from './timers/systemd.ts';
import { autorestic } from './tools/autorestic.ts';
import { barman } from './tools/barman.ts';
import { borgmatic } from './tools/borgmatic.ts';
import { pgBackRest } from './tools/pgbackrest.ts';
import { resticProfile } from './tools/resticprofile.ts';
import { withRuns, type Tool } from './tools/tool.ts';
import { walG } from './tools/walg.ts';

/** What tools are told to copy, with how often timers start them; and what timers copy by themselves. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const parts = documents.map((document) => ({ document, part: partOf(document) }));
  const of = (wanted: Part): readonly DataDocument[] =>
    parts.flatMap(({ document, part }) => (part === wanted ? [document] : []));
  const tools = documents.flatMap((document) => toolsOf(document, of));
  const { runs, read } = runsOf(of, context);
  const started = startedBy(tools, runs);
  const told = (line: Run['lines'][number]): boolean =>
    tools.some((tool) => tool.startedBy(line) !== undefined);
  const subjects: readonly Subject[] = [
    ...tools.map((tool) => withRuns(tool, started.get(tool) ?? [])),
    ...runs.flatMap((run) => runSubject(run, told) ?? []),
  ];
  const placed = subjects.map((subject) => {
    const environment = context.environmentOf(subject.location.file.path);
    return environment === undefined ? subject : { ...subject, environment };
  });
  return { subjects: withUniqueIds(placed), diagnostics: [], included: read };
}

function toolsOf(document: DataDocument, of: (part: Part) => readonly DataDocument[]): readonly Tool[] {
  const { path } = document.file;
  const root = rootNode(document);
  switch (partOf(document)) {
    case 'borgmatic':
      return [borgmatic(root, path)];
    case 'resticprofile':
      return profilesOf(root).flatMap(
        ([name, profile]) => resticProfile(name, profile, profilesOf(root), path) ?? [],
      );
    case 'autorestic':
      return autorestic(root, path);
    case 'pgbackrest':
      return pgBackRest(root, path, nearest(path, of('pgbackrest'), 'global'));
    case 'barman':
      return barman(root, path, nearest(path, of('barman'), 'barman'));
    case 'wal-g':
      return walG(root, path, archivedBy(path, of('postgresql')));
    case 'postgresql':
    case 'systemd':
    case 'crontab':
    case undefined:
      return [];
  }
}

/** A section that all files of a tool share, of the nearest file that has it. */
function nearest(path: string, documents: readonly DataDocument[], section: string): DataNode | undefined {
  const having = documents.filter((document) => rootNode(document).get(section).isMap);
  const document = nearestTo(path, having, ({ file }) => file.path);
  return document && rootNode(document).get(section);
}

/** Where PostgreSQL ships its log with WAL-G. */
function archivedBy(path: string, documents: readonly DataDocument[]): DataNode | undefined {
  const shipping = documents.filter((document) => {
    const root = rootNode(document);
    const off = /^'?off'?$/.test(root.get('archive_mode').text ?? 'off');
    return !off && /\bwal-?[ge]\b.{1,200}\bwal-push\b/.test(root.get('archive_command').text ?? '');
  });
  const document = nearestTo(path, shipping, ({ file }) => file.path);
  return document && rootNode(document).get('archive_command');
}

function runsOf(
  of: (part: Part) => readonly DataDocument[],
  context: FormatContext,
): { readonly runs: readonly Run[]; readonly read: readonly SourceFile[] } {
  const all = [
    systemdRuns(of('systemd'), context),
    ...of('crontab').map((document) => crontabRuns(document, context)),
  ];
  const read = new Map(all.flatMap((one) => one.read).map((file) => [file.path, file]));
  return { runs: all.flatMap(({ runs }) => runs), read: [...read.values()] };
}

/** What starts each tool; of one that several environments have, each is started by its own timers. */
function startedBy(tools: readonly Tool[], runs: readonly Run[]): ReadonlyMap<Tool, readonly Run[]> {
  const started = new Map<Tool, Run[]>();
  for (const run of runs) {
    const meant = tools.filter((tool) => run.lines.some((line) => tool.startedBy(line) !== undefined));
    const byName = new Map<string, Tool[]>();
    for (const tool of meant) byName.set(tool.backup.name, [...(byName.get(tool.backup.name) ?? []), tool]);
    for (const same of byName.values()) {
      const tool = nearestTo(run.location.file.path, same, ({ backup }) => backup.location.file.path);
      if (tool) started.set(tool, [...(started.get(tool) ?? []), run]);
    }
  }
  return started;
}
