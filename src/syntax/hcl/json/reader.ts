import type { Diagnostic, SourceFile, Span } from '../../../source/index.ts';
import type { DataDocument, Path } from '../../data/index.ts';

/** A document in HCL's JSON syntax, and what is wrong with it. */
export interface JsonReader {
  readonly document: DataDocument;
  readonly file: SourceFile;
  readonly diagnostics: Diagnostic[];
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function spanAt(
  { document }: JsonReader,
  path: Path,
  part: 'value' | 'key' | 'entry' = 'value',
): Span {
  return document.locate(path, part).span;
}
