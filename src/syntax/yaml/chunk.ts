import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import { dataDocument, MAX_DEPTH, reportDuplicates } from '../data/index.ts';
import type { Comment, DataDocument } from '../data/index.ts';
import { commentAt, findComments } from './comments.ts';
import { Composer } from './compose/composer.ts';
import type { FastDocument } from './fast/index.ts';
import { parseProblem } from './problems.ts';
import { parseTolerantly } from './tolerance.ts';
import type { Parsed } from './tolerance.ts';

export interface Composed {
  readonly documents: readonly DataDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** false: it broke the grammar, or has what only templates have. */
  readonly readable: boolean;
}

/** The documents of one chunk of a stream: one, or none when it is empty or broken. */
export function composeChunk(file: SourceFile, chunk: Span, booleans: '1.1' | '1.2'): Composed {
  const text = file.text.slice(chunk.start, chunk.end);
  let parsed: Parsed;
  try {
    // js-yaml also counts the scalar inside, and a level for a bracket that may start a key.
    parsed = parseTolerantly(text, MAX_DEPTH + 2);
  } catch (error) {
    return { documents: [], diagnostics: [parseProblem(file, chunk, error)], readable: false };
  }
  const documents: DataDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  let readable = true;
  const { events, mended } = parsed;
  for (let next = 0; next < events.length;) {
    const composer = new Composer(file, chunk.start, text, { booleans, mended });
    next = composer.compose(events, next);
    const { tape, value } = composer;
    if (value === undefined) continue;
    const comments = (): Comment[] => findComments(file, tape, chunk);
    documents.push(dataDocument({ syntax: 'yaml', file, tape, comments }, value));
    diagnostics.push(...composer.problems, ...reportDuplicates('yaml', file, tape, composer.duplicates));
    readable &&= !composer.hasComplexKeys;
  }
  return { documents, diagnostics, readable };
}

/** What the fast path read, as `composeChunk` gives it. */
export function fromFast(file: SourceFile, { tape, value, duplicates, comments }: FastDocument): Composed {
  if (value === undefined) return NOTHING;
  const given = (): Comment[] => comments.map((start) => commentAt(file, start));
  return {
    documents: [dataDocument({ syntax: 'yaml', file, tape, comments: given }, value)],
    diagnostics: duplicates.length === 0 ? [] : reportDuplicates('yaml', file, tape, duplicates),
    readable: true,
  };
}

const NOTHING: Composed = { documents: [], diagnostics: [], readable: true };
