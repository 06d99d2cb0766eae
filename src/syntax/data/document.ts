import type { Diagnostic, Location, SourceFile } from '../../source/index.ts';

export type Path = readonly (string | number)[];

/** A comment: its text without the mark that starts it and without the blanks around, and its place with the mark. */
export interface Comment {
  readonly text: string;
  readonly location: Location;
}

/** The value, its key, or both together. */
export type Part = 'value' | 'key' | 'entry';

/** A place in a document, and the way to those below it: as `locate` and paths, one step at a time. */
export interface Place {
  below(step: string | number): Place;
  locate(part?: Part): Location;
}

/** One YAML or JSON document: plain values, and where each of them stands. */
export interface DataDocument {
  readonly syntax:
    | 'yaml'
    | 'json'
    | 'toml'
    | 'ini'
    | 'crontab'
    | 'fluent-bit'
    | 'fluentd'
    | 'logstash'
    | 'markdown'
    | 'icalendar';
  readonly file: SourceFile;
  /**
   * null, boolean, number, string, arrays and plain objects; `__proto__` is an ordinary key. What an alias repeats
   * is one shared object, so never write to it. There are no cycles.
   */
  readonly value: unknown;
  /**
   * The place of the value at `path` (`value`, default), of its key (`key`), or of key and value together (`entry`).
   * An alias stands where it is written, what is below it at its anchor; so does what a merge key brings in.
   * An item of a list has no key: its `key` is its first entry. When the path does not exist: the nearest ancestor's
   * key, the first entry of the nearest list item, or the first entry of the document.
   */
  locate(path: Path, part?: Part): Location;
  /** The place of the document's own value. */
  readonly place: Place;
  /** Is there a value at exactly this path? */
  has(path: Path): boolean;
  /**
   * A scalar as it was written, for versions such as `1.10`: a plain scalar's source text, a quoted one's text without
   * its quotes and escapes. undefined when there is no scalar at the path.
   */
  rawText(path: Path): string | undefined;
  /** The same document seen from `path`: its value is the value there, paths are relative to it. */
  at(path: Path): DataDocument;
  /** All comments of the document, in order. */
  readonly comments: readonly Comment[];
}

/** What a file holds. Documents without any content (a lone `---`) are left out. */
export interface DataFile {
  readonly documents: readonly DataDocument[];
  readonly diagnostics: readonly Diagnostic[];
}
