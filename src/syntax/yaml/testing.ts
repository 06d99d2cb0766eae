import { sourceFile } from '../../source/index.ts';
import type { DataDocument, DataFile, Path } from '../data/index.ts';
import { parseYaml } from './index.ts';
import type { YamlOptions } from './index.ts';

/** What the tests of this folder share. */
export const parse = (text: string, options?: YamlOptions): DataFile =>
  parseYaml(sourceFile('a.yaml', text), options);

export const values = (text: string, options?: YamlOptions): unknown[] =>
  parse(text, options).documents.map(({ value }) => value);

export function only(file: DataFile): DataDocument {
  const [document, ...others] = file.documents;
  if (document === undefined || others.length > 0) throw new Error('expected one document');
  return document;
}

export function marked(document: DataDocument, path: Path, part?: 'value' | 'key' | 'entry'): string {
  const { start, end } = document.locate(path, part).span;
  return document.file.text.slice(start, end);
}

/** Code, line and column, marked text, message, help. */
export const said = ({ diagnostics }: DataFile): string[] =>
  diagnostics.map(({ code, location, message, help }) => {
    const { file, span } = location ?? { file: sourceFile('', ''), span: { start: 0, end: 0 } };
    const { line, column } = file.positionAt(span.start);
    const place = `${code} ${line}:${column} «${file.text.slice(span.start, span.end)}»`;
    return [place, message, ...(help === undefined ? [] : [help])].join(' | ');
  });
