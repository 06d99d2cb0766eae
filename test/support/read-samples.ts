import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { purposeOf } from '../../src/model/index.ts';
import { formatLocation, sourceFile } from '../../src/source/index.ts';
import { parseYaml } from '../../src/syntax/yaml/index.ts';
import type { FormatOf, Normalized } from '../../src/formats/format.ts';
import { printSubjects } from './facts.ts';

/**
 * What a format makes of YAML texts by path; documents that it does not take for its own are left out.
 * @param beside files that it may read, and that are none of its documents
 */
export async function readTexts(
  format: FormatOf<'data'>,
  texts: Readonly<Record<string, string>>,
  beside: Readonly<Record<string, string>> = {},
): Promise<Normalized> {
  const documents = Object.entries(texts).flatMap(
    ([path, text]) => parseYaml(sourceFile(path, text)).documents,
  );
  return await format.normalize(
    documents.filter((document) => format.detect(document)),
    {
      environmentOf: purposeOf,
      readText: (path) => (Object.hasOwn(beside, path) ? beside[path] : undefined),
      exists: (path) => Object.hasOwn(texts, path) || Object.hasOwn(beside, path),
      filesBelow: () => undefined,
    },
  );
}

/** Does a format take the first document of a text for its own? */
export function detects(format: FormatOf<'data'>, text: string, path = 'file.yaml'): boolean {
  return parseYaml(sourceFile(path, text))
    .documents.slice(0, 1)
    .some((document) => format.detect(document));
}

/** All that a format makes of a text: its subjects with every fact and place, then what could not be read. */
export async function printSample(format: FormatOf<'data'>, path: string, text: string): Promise<string> {
  const { subjects, diagnostics } = await readTexts(format, { [path]: text });
  const problems = diagnostics.map(
    ({ level, code, message, location }) =>
      `${level} ${code}: ${message}${location ? ` (${formatLocation(location)})` : ''}`,
  );
  return [printSubjects(subjects), ...problems, ''].join('\n');
}

export interface Sample {
  readonly name: string;
  readonly text: string;
  /** The file that holds the whole answer. */
  readonly expected: string;
}

/** The YAML files of a format's `samples`, each with its `*.expected.txt` beside it. */
export function samplesBeside(folder: string): readonly Sample[] {
  const samples = `${folder}/samples`;
  return readdirSync(samples)
    .filter((file) => /\.ya?ml$/.test(file))
    .map((name) => ({
      name,
      text: readFileSync(`${samples}/${name}`, 'utf8'),
      expected: `${samples}/${name.replace(/\.ya?ml$/, '.expected.txt')}`,
    }));
}

/** The `*.yml` files of a sample that is a folder, by their paths in it. */
export function readFolder(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(files.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}
