import { sourceFile, type Location, type SourceFile } from '../../../source/index.ts';

/** A variable of an `.env` file, as it is written there. */
export interface EnvEntry {
  readonly name: string;
  readonly value: string;
  /** In single quotes nothing is put in. */
  readonly literal: boolean;
  readonly at: Location;
}

export interface EnvFile {
  readonly file: SourceFile;
  readonly entries: ReadonlyMap<string, EnvEntry>;
}

const LINE = /^[ \t]*(?:export[ \t]+)?([a-z_][\w.-]*)[ \t]*[=:](.*)$/i;

/** Reads lines of `NAME=value`, of which the last one of a name counts. Texts over several lines are not read. */
export function readEnvFile(path: string, text: string): EnvFile {
  const file = sourceFile(path, text);
  const entries = new Map<string, EnvEntry>();
  let start = 0;
  for (const line of text.split('\n')) {
    const [whole, name, given] = LINE.exec(line.replace(/\r$/, '')) ?? [];
    if (whole !== undefined && name !== undefined && given !== undefined) {
      const rest = given.trimStart();
      const { value, literal } = unquote(rest);
      const from = start + whole.length - rest.length;
      const at = { file, span: { start: from, end: from + Math.max(rest.trimEnd().length, 1) } };
      entries.set(name, { name, value, literal, at });
    }
    start += line.length + 1;
  }
  return { file, entries };
}

function unquote(rest: string): Pick<EnvEntry, 'value' | 'literal'> {
  const quote = rest.charAt(0);
  if (quote === '"' || quote === "'") {
    const end = rest.indexOf(quote, 1);
    if (end > 0) return { value: rest.slice(1, end), literal: quote === "'" };
  }
  const comment = rest.search(/(?:^|[ \t])#/);
  return { value: (comment < 0 ? rest : rest.slice(0, comment)).trim(), literal: false };
}
