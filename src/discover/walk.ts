import ignore from 'ignore';
import type { Host } from '../io/index.ts';
import { isIgnored, isNeverEntered, rulesAboveRoot, rulesOfFolder, type IgnoreRules } from './ignore.ts';

export interface WalkOptions {
  /** Files or folders relative to the root; a file is taken even where an ignore file leaves it out. */
  readonly paths: readonly string[];
  /** Patterns as in .gitignore: only files that one of them matches; empty for all. */
  readonly include: readonly string[];
  /** Patterns as in .gitignore: files left out. */
  readonly exclude: readonly string[];
}

/** One entry that discovery met, and why it is not read. */
export interface WalkedFile {
  readonly path: string;
  readonly obstacle?: Obstacle;
}

/** `note`: it is left out knowingly; `error`: there may be files in it that nobody has seen. */
interface Obstacle {
  readonly code: 'io/link' | 'io/no-file' | 'io/unlisted' | 'io/too-deep';
  readonly level: 'note' | 'error';
  readonly reason: string;
}

const LINK: Obstacle = {
  code: 'io/link',
  level: 'note',
  reason: 'It is a symbolic link; links are not followed.',
};
const NO_FILE: Obstacle = {
  code: 'io/no-file',
  level: 'note',
  reason: 'It is neither a file nor a folder.',
};
const UNLISTED: Obstacle = { code: 'io/unlisted', level: 'error', reason: 'The folder cannot be listed.' };

/** Folders deeper than this are not entered: no honest tree is so deep, and the stack is finite. */
const MAX_DEPTH = 100;
const TOO_DEEP: Obstacle = {
  code: 'io/too-deep',
  level: 'error',
  reason: `The folder lies more than ${MAX_DEPTH} folders deep, and was not entered.`,
};

/** The files of the tree in code unit order, each once. Links are named, never followed. */
export function walk(host: Host, options: WalkOptions): WalkedFile[] {
  const found = new Map<string, WalkedFile>();
  const included = options.include.length > 0 ? ignore().add([...options.include]) : undefined;
  const excluded = ignore().add([...options.exclude]);
  const take = (file: WalkedFile): void => {
    // What hides behind an unread folder may be included.
    if (included && file.obstacle?.level !== 'error' && !included.ignores(file.path)) return;
    if (!excluded.ignores(file.path)) found.set(file.path, file);
  };
  const enter = (folder: string, above: IgnoreRules, depth: number): void => {
    const entries = host.list(folder);
    if (!entries) {
      take({ path: folder, obstacle: UNLISTED });
      return;
    }
    const rules = rulesOfFolder(host, folder, new Set(entries.map((entry) => entry.name)), above);
    for (const { name, kind } of entries) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isIgnored(path, kind === 'directory', rules)) continue;
      if (kind === 'file') take({ path });
      else if (kind === 'link') take({ path, obstacle: LINK });
      else if (kind === 'other') take({ path, obstacle: NO_FILE });
      else if (isNeverEntered(name) || excluded.ignores(`${path}/`)) continue;
      else if (depth >= MAX_DEPTH) take({ path, obstacle: TOO_DEEP });
      else enter(path, rules, depth + 1);
    }
  };
  for (const path of options.paths) {
    if (host.kindOf(path) === 'directory') enter(path, rulesFor(host, path), 0);
    else take({ path });
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The rules that the folders between the root and a named folder bring. */
function rulesFor(host: Host, folder: string): IgnoreRules {
  let rules = rulesAboveRoot(host);
  const parts = folder === '' ? [] : folder.split('/');
  for (let i = 0; i < parts.length; i++) {
    const above = parts.slice(0, i).join('/');
    const names = new Set(host.list(above)?.map((entry) => entry.name));
    rules = rulesOfFolder(host, above, names, rules);
  }
  return rules;
}
