import table from './commands.json' with { type: 'json' };
import type { BackupMethod } from '../model/index.ts';

/** One simple command: its words, and where its output goes. */
export interface Line {
  readonly words: readonly string[];
  readonly redirects: readonly { readonly operator: string; readonly target: string }[];
}

/** A command that writes a copy. */
interface Copying {
  /** In their order; `a|b` are alternatives. */
  readonly words: readonly string[];
  readonly method: BackupMethod;
  /** Flags that name the host that it copies from, and where the copy goes. */
  readonly host: readonly string[];
  readonly file: readonly string[];
  /** The last word names where the copy goes. */
  readonly last?: boolean;
  readonly encrypts?: boolean;
}

const COPIES = table.copies as readonly Copying[];

/** The command that writes a copy. Those that read one back (`restic restore`) are none. */
export function copying({ words }: Line): Copying | undefined {
  return isHelp(words) ? undefined : COPIES.find((copy) => inOrder(words, copy.words));
}

/** Does it bring files to another place? */
export function moves({ words }: Line): boolean {
  return table.moves.some((pattern) => inOrder(words, pattern));
}

/** Does it bring a copy back? */
export function bringsBack({ words }: Line): boolean {
  return !isHelp(words) && table.restores.some((pattern) => inOrder(words, pattern));
}

function isHelp(words: readonly string[]): boolean {
  return words.some((word) => word === '--help' || word === '--version');
}

/** The first word is the program; the others may have any in between, such as flags with their values. */
function inOrder(words: readonly string[], pattern: readonly string[]): boolean {
  const [program = '', ...rest] = words;
  const [first = '', ...others] = pattern;
  if (!first.split('|').includes(programName(program))) return false;
  let next = 0;
  for (const word of rest) if (next < others.length && (others[next] ?? '').split('|').includes(word)) next++;
  return next === others.length;
}

/** `/usr/bin/pg_dump` is `pg_dump`. */
export function programName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}

/** What the first of some flags is given: `--host db`, `--host=db`, and `-hdb` of flags with one letter. */
export function flagValue(words: readonly string[], flags: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    if (index === 0) continue;
    for (const flag of flags) {
      if (word === flag) return words[index + 1];
      if (word.startsWith(`${flag}=`)) return word.slice(flag.length + 1);
      if (/^-[a-z]$/i.test(flag) && word.startsWith(flag) && word.length > 2) return word.slice(2);
    }
  }
  return undefined;
}
