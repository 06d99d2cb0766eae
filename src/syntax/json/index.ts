import type { Diagnostic, SourceFile } from '../../source/index.ts';
import { dataDocument, reportDuplicates, templateNote } from '../data/index.ts';
import type { DataFile } from '../data/index.ts';
import { JsonParser } from './parser.ts';
import { isLenient, toleratedThings } from './tolerance.ts';

/**
 * Reads a JSON file. Comments and trailing commas are tolerated, with a warning unless the file's name says that
 * its programs expect them. A file that is not JSON gives no document and an error.
 */
export function parseJson(file: SourceFile): DataFile {
  const parser = new JsonParser(file);
  const result = parser.parse();
  if (!result.ok) {
    return { documents: [], diagnostics: [templateNote('json', file) ?? result.problem] };
  }
  const { tape, value, comments, trailingCommas, duplicates } = result;
  const diagnostics: Diagnostic[] = reportDuplicates('json', file, tape, duplicates);
  if (!isLenient(file.path)) diagnostics.push(...toleratedThings(file, comments, trailingCommas));
  return {
    documents: [dataDocument({ syntax: 'json', file, tape, comments: () => comments }, value)],
    diagnostics,
  };
}
