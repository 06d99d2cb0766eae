import type { CommandLine } from '../../../delivery/index.ts';
import type { FormatContext } from '../../format.ts';
import { baseName, joinedPath } from '../../paths.ts';
import type { DocumentCommand } from './shell.ts';

/** Commands that bring files which are not in the repository. */
const FETCHING = /^(?:git clone|wget|tar|unzip|svn|helm pull|aws s3|gsutil|scp|rsync|curl)\b/;
/** Options and commands whose last word is a file that they write. */
const OUTPUT = /^(?:-o|-O|-out|--out|--output|--output-file)(?:=(.+))?$/;

const NOT_TOLD = 'the folder that the command is run in is not known';

/** Whether files that a document's commands name exist: true, false, or why that cannot be told. */
export class FileFinder {
  readonly #folder: string;
  readonly #context: FormatContext;
  readonly #written = new Set<string>();
  readonly #fetches: boolean;

  constructor(folder: string, commands: readonly DocumentCommand[], context: FormatContext) {
    this.#folder = folder;
    this.#context = context;
    this.#fetches = commands.some(({ words }) => FETCHING.test(words.join(' ')));
    for (const { words, writes } of commands)
      for (const path of [...writes, ...outputsOf(words)]) this.#written.add(baseName(path));
  }

  file(path: string, command: DocumentCommand): boolean | string {
    if (this.#places(path, command).some((place) => this.#context.exists(place))) return true;
    if (this.#written.has(baseName(path)) || this.#fetches)
      return `${path} is made while the document is followed`;
    if (command.folder === undefined) return NOT_TOLD;
    // A folder of it is there, so that it is meant to lie in this repository.
    const isOurs = this.#hasFolderOf(path, command) || /^\.\/[\w-]+\.(?:sh|py|rb|ps1)$/.test(path);
    return isOurs ? false : `${path} may lie in another repository`;
  }

  /** A path in a sentence. */
  mentioned(path: string): boolean | string {
    const anywhere = { words: [], writes: [], folder: '', at: undefined as never };
    const found = this.file(path, anywhere);
    return found === false && !this.#hasFolderOf(path, anywhere) ? `${path} may lie elsewhere` : found;
  }

  workflow(name: string): boolean | string {
    if (!this.#context.exists('.github/workflows')) return 'no workflows of GitHub are among the files';
    return this.#context.exists(name.includes('/') ? name : `.github/workflows/${name}`);
  }

  /** `make rollback`: a target of the Makefile; `npm run smoke`: a script of package.json. */
  target(line: CommandLine, command: DocumentCommand): boolean | string {
    if (command.folder === undefined) return NOT_TOLD;
    const isMake = line.name === 'make';
    const elsewhere = [
      '-C',
      '--directory',
      '-f',
      '-w',
      '--workspace',
      '--prefix',
      '--filter',
      '--dir',
      '--cwd',
    ];
    if (elsewhere.some((option) => line.values(option).length > 0 || line.flags.has(option))) return NOT_TOLD;
    const names = isMake ? ['GNUmakefile', 'Makefile', 'makefile'] : ['package.json'];
    const texts = names
      .flatMap((name) => this.#places(name, command))
      .flatMap((path) => this.#context.readText(path) ?? []);
    if (texts.length === 0) return `no ${names.at(-1) ?? ''} is among the files`;
    const answers = texts.map((text) =>
      isMake ? hasTarget(text, line.words[0] ?? '') : hasScript(text, line.words[1] ?? ''),
    );
    return answers.find((answer) => answer === true) ?? answers.find((answer) => answer !== false) ?? false;
  }

  #places(path: string, { folder = '' }: DocumentCommand): readonly string[] {
    const bases = [folder, joinedPath(this.#folder, folder) ?? '', ''];
    return [...new Set(bases)].flatMap((base) => joinedPath(base, path) ?? []);
  }

  #hasFolderOf(path: string, command: DocumentCommand): boolean {
    const [first = ''] = path.replace(/^\.\//, '').split('/');
    return (
      path.replace(/^\.\//, '').includes('/') &&
      first !== '..' &&
      this.#places(first, command).some((place) => this.#context.exists(place))
    );
  }
}

function outputsOf(words: readonly string[]): readonly string[] {
  const made = words.flatMap((word, i) => {
    const match = OUTPUT.exec(word);
    return match ? (match[1] ?? words[i + 1] ?? []) : [];
  });
  const last = words.at(-1);
  const writes = /^(?:cp|mv|tee|touch|mkdir|install)$/.test(words[0] ?? '');
  return writes && last !== undefined ? [...made, last] : made;
}

function hasTarget(makefile: string, target: string): boolean | string {
  for (const line of makefile.split('\n')) {
    const [names, rest] = /^([\w./ %-]{1,500}?)\s?:(?!=)(.?)/.exec(line)?.slice(1) ?? [];
    if (names === undefined || rest === undefined) continue;
    if (names.split(/\s+/).includes(target)) return true;
    if (names.includes('%')) return 'the Makefile has targets that are patterns';
  }
  return /^\s*-?include\s|\$\(eval/m.test(makefile) ? 'the Makefile includes others' : false;
}

function hasScript(text: string, script: string): boolean | string {
  try {
    const { scripts } = JSON.parse(text) as { scripts?: unknown };
    return typeof scripts === 'object' && scripts !== null && Object.hasOwn(scripts, script);
  } catch {
    return 'package.json cannot be read';
  }
}
