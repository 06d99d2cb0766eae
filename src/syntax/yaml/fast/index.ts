import type { Span } from '../../../source/index.ts';
import type { Duplicate, Tape } from '../../data/index.ts';
import { Parser } from './parser.ts';
import { isUnsure } from './units.ts';

/** A document as `Composer` gives it; its value is undefined when it has no content. */
export interface FastDocument {
  readonly value: unknown;
  readonly tape: Tape;
  readonly duplicates: readonly Duplicate[];
  /** Where its comments start. */
  readonly comments: readonly number[];
}

/**
 * Reads the documents of a text that are in the common subset of YAML, many times faster than js-yaml's events can be
 * composed. Gives undefined for each that is not surely in the subset: for errors too, so that what is said about
 * them has one source. What it does read has the same values and the same places as the composer gives.
 */
export function composeFast(
  text: string,
  chunks: readonly Span[],
  booleans: '1.1' | '1.2',
): (FastDocument | undefined)[] {
  const parser = new Parser(text, booleans);
  return chunks.map(({ start, end }) => {
    try {
      const value = parser.document(start, end);
      const { output, comments } = parser;
      return { value, tape: output.takeTape(), duplicates: output.duplicates, comments };
    } catch (error) {
      if (isUnsure(error)) return undefined;
      throw error;
    }
  });
}
