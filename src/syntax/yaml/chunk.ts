import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import { dataDocument, MAX_DEPTH, reportDuplicates } from '../data/index.ts';
import type { DataDocument } from '../data/index.ts';
import { findComments } from './comments.ts';
import { Composer } from './compose/composer.ts';
import { composeFast } from './fast/index.ts';
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
  const fast = composeFast(text, chunk.start, booleans);
  if (fast !== undefined) return fromFast(file, chunk, fast);
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
    const comments = (): ReturnType<typeof findComments> => findComments(file, tape, chunk);
    documents.push(dataDocument({ syntax: 'yaml', file, tape, comments }, value));
    diagnostics.push(...composer.problems, ...reportDuplicates('yaml', file, tape, composer.duplicates));
    readable &&= !composer.hasComplexKeys;
  }
  return { documents, diagnostics, readable };
}

function fromFast(file: SourceFile, chunk: Span, { tape, value, duplicates }: FastDocument): Composed {
  if (value === undefined) return { documents: [], diagnostics: [], readable: true };
  const comments = (): ReturnType<typeof findComments> => findComments(file, tape, chunk);
  return {
    documents: [dataDocument({ syntax: 'yaml', file, tape, comments }, value)],
    diagnostics: reportDuplicates('yaml', file, tape, duplicates),
    readable: true,
  };
}
