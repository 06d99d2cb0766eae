/** A stretch of a file's text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place for people: 1-based line, 1-based column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Two positions; the end is exclusive, as SARIF's `endColumn` is. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
