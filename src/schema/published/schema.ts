import type { Path } from '../../syntax/data/index.ts';

/** A JSON Schema, or part of one. */
export type JsonSchema = boolean | Readonly<Record<string, unknown>>;

/** A schema that others publish for a kind of file, and the place of a document that it is about. */
export interface PublishedSchema {
  readonly at: Path;
  readonly schema: JsonSchema;
  /** What stands at the place, for messages: `workflow`. */
  readonly what: string;
  /** Who published it, and when: `SchemaStore, 2026-10`. */
  readonly by: string;
  /** Is this value only known later (an expression, a reference)? It may be anything. */
  readonly isOpen: (value: unknown) => boolean;
}
