import { commandName } from '../syntax/shell/index.ts';
import { type CommandLine, readCommandLine } from './arguments.ts';
import { matches, parsePattern, type Pattern } from './pattern.ts';
import { recognition, repeats, type Recognition } from './recognition.ts';
import { commandEntries, type CommandEntry } from './table.ts';

interface Compiled {
  readonly entry: CommandEntry;
  readonly pattern: Pattern;
  readonly except: readonly Pattern[];
  readonly text: RegExp | undefined;
  readonly notText: RegExp | undefined;
  readonly last: RegExp | undefined;
}

const regex = (source: string | undefined): RegExp | undefined =>
  source === undefined ? undefined : new RegExp(source);

const INDEX: ReadonlyMap<string, readonly Compiled[]> = compile(
  commandEntries.filter((entry) => !entry.script),
);
const SCRIPTS: readonly Compiled[] = [
  ...compile(commandEntries.filter((entry) => entry.script)).values(),
].flat();
const INTERPRETERS = new Set([
  'bash',
  'sh',
  'zsh',
  'python',
  'python3',
  'node',
  'ruby',
  'pwsh',
  'source',
  '.',
]);

function compile(entries: readonly CommandEntry[]): ReadonlyMap<string, readonly Compiled[]> {
  const index = new Map<string, Compiled[]>();
  for (const entry of entries) {
    for (const source of entry.match) {
      const pattern = parsePattern(source);
      const compiled: Compiled = {
        entry,
        pattern,
        except: (entry.except ?? []).map(parsePattern),
        text: regex(entry.text),
        notText: regex(entry.notText),
        last: regex(entry.last),
      };
      for (const name of pattern.names) index.set(name, [...(index.get(name) ?? []), compiled]);
    }
  }
  return index;
}

/**
 * What a command does: at most one recognition of each kind, and of each detail of what it signs, the first in the order
 * of the tables.
 */
export function recognizeCommand(
  words: readonly string[],
  where: { readonly remote: boolean },
): Recognition[] {
  const line = readCommandLine(words);
  const candidates = [...(INDEX.get(line.name) ?? []), ...scriptsFor(words)];
  const found: Recognition[] = [];
  for (const compiled of candidates) {
    const { entry } = compiled;
    if (entry.remote && !where.remote) continue;
    if (found.some((one) => repeats(one, entry))) continue;
    const matched = matches(compiled.pattern, line.words);
    if (matched !== undefined && fits(compiled, line))
      found.push(commandRecognition(entry, line, matched, words));
  }
  return found;
}

function fits({ entry, except, text, notText, last }: Compiled, line: CommandLine): boolean {
  const has = (flag: string): boolean => line.flags.has(flag) || line.words.includes(flag);
  if (entry.with && !entry.with.some(has)) return false;
  if (entry.without?.some(has)) return false;
  if (text && !text.test(line.text)) return false;
  if (notText?.test(line.text)) return false;
  if (last && !last.test(line.words.at(-1) ?? '')) return false;
  return !except.some(
    (pattern) => pattern.names.includes(line.name) && matches(pattern, line.words) !== undefined,
  );
}

function commandRecognition(
  entry: CommandEntry,
  line: CommandLine,
  matched: readonly string[],
  words: readonly string[],
): Recognition {
  const soft = entry.soft?.some((flag) => line.flags.has(flag)) ?? false;
  const asked = entry.failsWith?.some((flag) => line.flags.has(flag));
  const failure = asked ? 'fails' : asked === false ? (entry.fails ?? 'never') : (entry.fails ?? 'fails');
  const by = entry.script ? scriptName(words) : [line.name, ...matched].join(' ');
  return recognition(entry, by, line.text, {
    failure: soft ? 'never' : failure,
    verifies: entry.verifiesWith?.some((flag) => line.flags.has(flag)) ?? false,
    onFailure: entry.onFailure ?? false,
    weak: entry.weak ?? false,
  });
}

/** `./scripts/deploy.sh prod` and `bash deploy.sh` are named by their file. */
function scriptName(words: readonly string[]): string {
  const [first = '', second = ''] = words;
  const file = INTERPRETERS.has(commandName(first)) ? second : first;
  if (!/[/\\]/.test(file) && !/\.(?:sh|py|js|mjs|ts|rb|ps1|bat|cmd)$/i.test(file)) return '';
  return file.replace(/^.*[/\\]/s, '');
}

function scriptsFor(words: readonly string[]): readonly Compiled[] {
  const name = scriptName(words).toLowerCase();
  if (name === '') return [];
  return SCRIPTS.filter(({ pattern }) => pattern.nameTests.some((test) => test.test(name)));
}
