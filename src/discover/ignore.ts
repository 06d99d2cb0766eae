import ignore, { type Ignore } from 'ignore';
import type { Host } from '../io/index.ts';

/** Ignore files that are honoured, as git reads them: each rules the folder it lies in. */
export const IGNORE_FILES = ['.gitignore', '.planproofignore'] as const;

/** Tools keep copies and caches in these; nobody means them when naming the folder above. */
const NEVER_ENTERED: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.terraform',
  '.terragrunt-cache',
]);

export function isNeverEntered(name: string): boolean {
  return NEVER_ENTERED.has(name);
}

interface Layer {
  /** Folder that the patterns are relative to, with a closing slash; empty for the root. */
  readonly base: string;
  readonly patterns: Ignore;
}

/** The ignore rules in force in a folder: its own and those of the folders above. */
export type IgnoreRules = readonly Layer[];

/** Rules of ignore files above the root apply inside it as git would apply them. */
export function rulesAboveRoot(host: Host): IgnoreRules {
  return IGNORE_FILES.flatMap((name) =>
    host
      .ignoreFilesAbove(name)
      .map(({ prefix, text }) => ({ base: `^${prefix}/`, patterns: ignore().add(text) })),
  );
}

export function rulesOfFolder(
  host: Host,
  folder: string,
  names: ReadonlySet<string>,
  above: IgnoreRules,
): IgnoreRules {
  const own: Layer[] = [];
  for (const name of IGNORE_FILES) {
    if (!names.has(name)) continue;
    const file = host.read(folder === '' ? name : `${folder}/${name}`, 1 << 20);
    if (!file.ok) continue;
    own.push({
      base: folder === '' ? '' : `${folder}/`,
      patterns: ignore().add(new TextDecoder().decode(file.bytes)),
    });
  }
  return own.length > 0 ? [...above, ...own] : above;
}

/** The deepest rule that speaks of the path decides, so that a folder can bring back what one above it left out. */
export function isIgnored(path: string, isFolder: boolean, rules: IgnoreRules): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const layer = rules[i];
    if (!layer) continue;
    const relative = layer.base.startsWith('^') ? layer.base.slice(1) + path : path.slice(layer.base.length);
    const result = layer.patterns.test(isFolder ? `${relative}/` : relative);
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}
