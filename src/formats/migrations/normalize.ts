import { known, type Fact, type SubjectOf } from '../../model/index.ts';
import type { SqlFile, SqlToken } from '../../syntax/sql/index.ts';
import type { Normalized } from '../format.ts';
import { breakingParts } from './breaking.ts';
import { compareVersions, readMigration, type Migration } from './read.ts';

export function normalize(documents: readonly SqlFile[]): Normalized {
  const newest = new Map<string, Migration>();
  for (const document of documents) {
    const migration = readMigration(document);
    if (!migration) continue;
    const other = newest.get(migration.series);
    if (!other || compareVersions(migration.version, other.version) > 0)
      newest.set(migration.series, migration);
  }
  const byPath = new Map(documents.map((one) => [one.file.path, one]));
  return { subjects: [...newest.values()].map((one) => subjectOf(one, byPath)), diagnostics: [] };
}

const UNUSED =
  /\bcontract(?:ion)?[- ](?:phase|step|migration)|\bexpand[-/ ]+(?:and[- ])?contract|\b(?:no longer|not) (?:used|read|needed|referenced)\b|\bunused\b/i;

function subjectOf(migration: Migration, byPath: ReadonlyMap<string, SqlFile>): SubjectOf<'migration'> {
  const { document, tool, up } = migration;
  const { file, comments } = document;
  const { path } = file;
  const location = { file, span: { start: up[0]?.start ?? 0, end: up[0]?.end ?? 0 } };
  const said = comments.find(({ text }) => UNUSED.test(text));
  return {
    kind: 'migration',
    id: path,
    name: nameOf(path),
    format: 'migrations',
    location,
    facts: {
      tool: known(tool, location),
      undo: undoOf(migration, byPath),
      breaking: breakingParts(up).map((tokens) => ({ statement: statement(tokens, document) })),
      unused: said ? known(true, said.location) : known(false, location),
    },
  };
}

/** Of a migration in a folder of its own that, too. */
function nameOf(path: string): string {
  const parts = path.split('/');
  return parts.slice(/^(?:migration|up)\.sql$/i.test(parts.at(-1) ?? '') ? -2 : -1).join('/');
}

function undoOf(
  { tool, down, document }: Migration,
  byPath: ReadonlyMap<string, SqlFile>,
): Fact<boolean | null> {
  if (down) return known(down.length > 0);
  if (tool !== 'golang-migrate' && tool !== 'diesel') return known(null);
  const other = byPath.get(document.file.path.replace(/up\.sql$/i, 'down.sql'));
  const [first] = other?.statements ?? [];
  return other && first
    ? known(true, { file: other.file, span: { start: first.start, end: first.end } })
    : known(false);
}

const LENGTH = 80;

function statement(tokens: readonly SqlToken[], { file }: SqlFile): Fact<string> {
  const span = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
  const text = file.text
    .slice(span.start, span.end)
    .slice(0, LENGTH * 2)
    .replace(/\s+/g, ' ');
  return known(text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text, { file, span });
}
