import type { SourceFile } from '../../source/index.ts';
import { builtDocument, syntaxProblem, type DataFile } from '../data/index.ts';
import { TomlParser } from './parser.ts';
import { TomlProblem } from './scanner.ts';

/** Reads a TOML 1.0 file, each value and key with its place. It ends at the first mistake. Dates are kept as text. */
export function parseToml(file: SourceFile): DataFile {
  const parser = new TomlParser(file);
  try {
    const root = parser.parse();
    return { documents: [builtDocument(file, 'toml', root, parser.comments)], diagnostics: [] };
  } catch (error) {
    if (!(error instanceof TomlProblem)) throw error;
    const span = { start: error.offset, end: Math.min(error.offset + 1, file.text.length) };
    return { documents: [], diagnostics: [syntaxProblem(file, span, 'toml/syntax', error.message)] };
  }
}
