import type { Line } from '../../../recovery/index.ts';
import { sourceFile, type SourceFile } from '../../../source/index.ts';
import { parseShell } from '../../../syntax/shell/index.ts';
import { fillVariables } from '../../../syntax/variables/index.ts';
import type { FormatContext } from '../../format.ts';
import { assignedIn } from '../../script-text.ts';
import { baseName, directoryOf, joinedPath } from '../../paths.ts';

/** Longer scripts are no backups that somebody keeps beside a timer. */
const MAX_SCRIPT = 200_000;
const SHELL = /^(?:ba|da|[akz])?sh$/;
/** Folders beside a unit, or beside its own folder, that scripts lie in. */
const FOLDERS = ['', 'bin', 'scripts', 'files', 'sbin'];

/** What a command line of a unit or a table of cron runs, with the scripts that it starts. */
export interface Commands {
  readonly lines: readonly Line[];
  /** What it is given, and what it sets itself. */
  readonly variables: ReadonlyMap<string, string>;
  readonly read: readonly SourceFile[];
  /** A script that is not among the files. */
  readonly missing: string | undefined;
}

/** The commands of a text, and of the scripts among the files that it starts. */
export function commandsIn(
  text: string,
  path: string,
  variables: ReadonlyMap<string, string>,
  context: FormatContext,
): Commands {
  const all = new Map([...variables, ...assignedIn(text)]);
  const lines = linesOf(text, all);
  const read: SourceFile[] = [];
  let missing: string | undefined;
  const inside = lines.flatMap((line) => {
    const script = scriptOf(line);
    if (script === undefined) return [];
    const file = fileOf(script, path, context);
    if (!file || file.text.length > MAX_SCRIPT) {
      missing ??= script;
      return [];
    }
    read.push(file);
    for (const [name, value] of assignedIn(file.text)) if (!all.has(name)) all.set(name, value);
    return linesOf(file.text, all);
  });
  return { lines: [...lines, ...inside], variables: all, read, missing };
}

function linesOf(text: string, variables: ReadonlyMap<string, string>): readonly Line[] {
  const fill = (word: string): string => fillVariables(word, (name) => variables.get(name));
  return parseShell(text).commands.map(({ words, redirects }) => ({
    words: words.map((word) => fill(word.text)),
    redirects: redirects.map(({ operator, target }) => ({ operator, target: fill(target) })),
  }));
}

/** `/usr/local/bin/backup.sh`, `bash /opt/backup`; programs have no ending and no shell before them. */
function scriptOf({ words }: Line): string | undefined {
  const [first = ''] = words;
  const word = SHELL.test(baseName(first)) ? words.slice(1).find((one) => !one.startsWith('-')) : first;
  if (word === undefined || /\s/.test(word)) return undefined;
  return word !== first ||
    /\.(?:sh|bash)$/.test(word) ||
    /^\/(?:opt|usr\/local|srv|home|root|etc)\/[\w./-]+$/.test(word)
    ? word
    : undefined;
}

/** Units name where a script is installed; in the repository it lies near them, or below a picture of that machine. */
function fileOf(script: string, path: string, context: FormatContext): SourceFile | undefined {
  const relative = script.replace(/^\/+/, '');
  for (let folder: string | undefined = directoryOf(path); folder !== undefined; folder = above(folder)) {
    const names = [
      relative,
      ...FOLDERS.map((each) => (each === '' ? baseName(script) : `${each}/${baseName(script)}`)),
    ];
    for (const name of names) {
      const place = joinedPath(folder, name);
      const text = place === undefined || place === path ? undefined : context.readText(place);
      if (place !== undefined && text !== undefined) return sourceFile(place, text);
    }
  }
  return undefined;
}

function above(folder: string): string | undefined {
  return folder === '' ? undefined : directoryOf(folder);
}
