import type { Diagnostic, Location, SourceFile, Span } from '../../source/index.ts';
import { innerText, relocated, syntaxProblem, templateNote } from '../data/index.ts';
import type { DataDocument, DataFile } from '../data/index.ts';
import { composeChunk, fromFast } from './chunk.ts';
import { composeFast } from './fast/index.ts';
import { splitDocuments } from './split.ts';

export interface YamlOptions {
  /**
   * `1.2` (default): only true and false. `1.1`: also yes, no, on, off as values, as the YAML libraries of Kubernetes
   * and Compose have it. Keys are never resolved, so GitHub's `on` is safe with both.
   */
  readonly booleans?: '1.1' | '1.2';
}

const MAX_TOLD = 50;

/** Documents of one file that are read; what programs write for a whole cluster has some thousands. */
const MAX_DOCUMENTS = 20_000;

/**
 * Reads a YAML stream: YAML 1.2's core schema, merge keys, anchors. A local tag (`!Ref name`) becomes
 * `{ "!Ref": "name" }`. A key is its text (`1.10`, `on`, `~`). A document that is broken gives an error; the others
 * are kept.
 */
export function parseYaml(file: SourceFile, options: YamlOptions = {}): DataFile {
  const documents: DataDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  let readable = true;
  const chunks = splitDocuments(file.text);
  const unread = chunks[MAX_DOCUMENTS];
  if (unread !== undefined) diagnostics.push(tooManyDocuments(file, unread));
  const booleans = options.booleans ?? '1.2';
  const read = chunks.slice(0, MAX_DOCUMENTS);
  const fast = composeFast(file.text, read, booleans);
  for (const [i, chunk] of read.entries()) {
    const simple = fast[i];
    const result = simple === undefined ? composeChunk(file, chunk, booleans) : fromFast(file, simple);
    documents.push(...result.documents);
    diagnostics.push(...result.diagnostics);
    readable &&= result.readable;
  }
  const note = readable ? undefined : templateNote('yaml', file);
  return note === undefined
    ? { documents, diagnostics: firstOf(file, diagnostics) }
    : { documents: [], diagnostics: [note] };
}

/** Nobody reads thousands of problems of one file. */
function firstOf(file: SourceFile, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const untold = diagnostics.slice(MAX_TOLD);
  const next = untold.find(({ level }) => level === 'error') ?? untold[0];
  if (!next?.location) return diagnostics;
  const message = `The file has ${untold.length} more problems; one of them is here.`;
  const more = syntaxProblem(file, next.location.span, 'yaml/more', message);
  return [...diagnostics.slice(0, MAX_TOLD), { ...more, level: next.level }];
}

function tooManyDocuments(file: SourceFile, { start }: Span): Diagnostic {
  const message = `The file has more than ${MAX_DOCUMENTS} documents; those from here on were not read.`;
  return syntaxProblem(
    file,
    { start, end: start + 3 },
    'yaml/too-many-documents',
    message,
    'Split the file.',
  );
}

/**
 * The first document of a YAML text that a scalar of another file holds, every place of it in that file; undefined
 * when there is none.
 * @param encoded it is written in base64, as Secrets have it
 */
export function parseInnerYaml(text: string, at: Location, encoded = false): DataDocument | undefined {
  const { file, move } = innerText(text, at, encoded);
  const document = parseYaml(file).documents[0];
  return document && relocated(document, move);
}
