import type { Diagnostic, SourceFile } from '../../source/index.ts';
import { templateNote } from '../data/index.ts';
import type { DataDocument, DataFile } from '../data/index.ts';
import { composeChunk } from './chunk.ts';
import { splitDocuments } from './split.ts';

export interface YamlOptions {
  /**
   * `1.2` (default): only true and false. `1.1`: also yes, no, on, off as values, as the YAML libraries of Kubernetes
   * and Compose have it. Keys are never resolved, so GitHub's `on` is safe with both.
   */
  readonly booleans?: '1.1' | '1.2';
}

/**
 * Reads a YAML stream: YAML 1.2's core schema, merge keys, anchors. A local tag (`!Ref name`) becomes
 * `{ "!Ref": "name" }`. A key is its text (`1.10`, `on`, `~`). A document that is broken gives an error; the others
 * are kept.
 */
export function parseYaml(file: SourceFile, options: YamlOptions = {}): DataFile {
  const documents: DataDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  let readable = true;
  for (const chunk of splitDocuments(file.text)) {
    const result = composeChunk(file, chunk, options.booleans ?? '1.2');
    documents.push(...result.documents);
    diagnostics.push(...result.diagnostics);
    readable &&= result.readable;
  }
  const note = readable ? undefined : templateNote('yaml', file);
  return note === undefined ? { documents, diagnostics } : { documents: [], diagnostics: [note] };
}
