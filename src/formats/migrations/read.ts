import type { MigrationFacts } from '../../model/index.ts';
import type { SqlFile, SqlStatement } from '../../syntax/sql/index.ts';

export type Tool = Exclude<MigrationFacts['tool']['value'], { readonly unknown: string }>;

export interface Migration {
  readonly document: SqlFile;
  readonly tool: Tool;
  /** The files that are made one after the other. */
  readonly series: string;
  /** Its place among them, number by number. */
  readonly version: readonly number[];
  readonly up: readonly SqlStatement[];
  /** What takes it back, where that stands in the same file; undefined where the tool looks elsewhere, or nowhere. */
  readonly down: readonly SqlStatement[] | undefined;
}

/** A comment that begins what takes the migration back. */
const DOWN: readonly (readonly [tool: Tool, up: RegExp, down: RegExp])[] = [
  ['goose', /^--\s*\+goose\s+up\b/i, /^--\s*\+goose\s+down\b/i],
  ['dbmate', /^--\s*migrate:up\b/i, /^--\s*migrate:down\b/i],
];

/** A migration by its file; undefined for one without a version, and for what only takes another back. */
export function readMigration(document: SqlFile): Migration | undefined {
  const { path } = document.file;
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  const folder = path.slice(0, slash + 1);
  if (/(?:^|\.)down\.sql$/i.test(name) || /^[UR][\d._]*__/i.test(name)) return undefined;
  // Prisma and Diesel give each a folder of its own.
  const alone = /^(?:migration|up)\.sql$/i.test(name) ? /([^/]+)\/$/.exec(folder)?.[1] : undefined;
  const version = versionOf(alone ?? name);
  if (!version) return undefined;
  const series = alone === undefined ? folder : folder.slice(0, -alone.length - 1);
  return { document, series, version, ...sectionsOf(document), ...toolOf(document, name) };
}

function versionOf(name: string): readonly number[] | undefined {
  const digits = /^V?(\d+(?:[._-]\d+)*)/i.exec(name)?.[1];
  return digits?.split(/[._-]/).map(Number);
}

function toolOf({ comments }: SqlFile, name: string): { readonly tool: Tool } {
  const marked = DOWN.find(([, up]) => comments.some(({ text }) => up.test(text)))?.[0];
  if (marked) return { tool: marked };
  if (/^V\d[\d._]*__/i.test(name)) return { tool: 'flyway' };
  if (/\.up\.sql$/i.test(name)) return { tool: 'golang-migrate' };
  if (/^up\.sql$/i.test(name)) return { tool: 'diesel' };
  return { tool: /^migration\.sql$/i.test(name) ? 'prisma' : 'sql' };
}

function sectionsOf({ statements, comments }: SqlFile): Pick<Migration, 'up' | 'down'> {
  for (const [, up, down] of DOWN) {
    if (!comments.some(({ text }) => up.test(text))) continue;
    const mark = comments.find(({ text }) => down.test(text))?.location.span.start ?? Infinity;
    return {
      up: statements.filter(({ start }) => start < mark),
      down: statements.filter(({ start }) => start >= mark),
    };
  }
  return { up: statements, down: undefined };
}

/** Negative where the first comes before the second. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
