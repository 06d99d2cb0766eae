import type { Diagnostic, Location, Span } from '../../source/index.ts';

/** A step to a place: a key, an entry told apart by a name, or one more entry of a list. */
export type Step =
  | { readonly key: string; readonly at?: Span }
  | { readonly named: string; readonly by: string; readonly at: Span }
  | { readonly entry: number; readonly at: Span };

/** One statement that a text makes. */
export interface Said {
  readonly path: readonly Step[];
  /** undefined for an entry that is only named. */
  readonly value: string | number | boolean | undefined;
  readonly at: Span;
  /** Where the word stands that tells what the value is. */
  readonly key?: Span;
}

/** All that a document says, in its order, and what of it was not understood. */
export interface Saying {
  readonly said: Said[];
  readonly diagnostics: Diagnostic[];
  /** Statements of the whole system, for each component that they can be true of. */
  readonly ofAll: {
    readonly key: string;
    /** Kinds of components that it cannot be true of. */
    readonly not: readonly string[];
    readonly value: string;
    readonly at: Span;
    readonly word: Span;
  }[];
  /** Sections with the steps of a rollback that do not say for which environment. */
  readonly rollbacks: { readonly value: string; readonly at: Span }[];
  /** The headings of sections, by their path. */
  readonly headings: Map<string, Span>;
  /** Numbers of list entries that have no name. */
  entries: number;
}

/** A value that stands where a statement belongs, and is none that the reader knows. */
export function notUnderstood(saying: Saying, location: Location, text: string, wanted: string): void {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  saying.diagnostics.push({
    code: 'plan/not-understood',
    level: 'warning',
    message: `"${short}" was not understood; nothing is read from it.`,
    path: location.file.path,
    location,
    help: wanted,
  });
}

/** Something that was left out: knowingly, or though its author will have meant it as a statement. */
export function leftOut(
  saying: Saying,
  code: string,
  location: Location,
  message: string,
  help: string,
  level: 'note' | 'warning' = 'note',
): void {
  saying.diagnostics.push({ code, level, message, path: location.file.path, location, help });
}
