import type { Matcher, Part, QueryProblem } from '../query/index.ts';

/** What an expression in LogQL reads: the parts that tell what it is about. */
export interface LogQuery {
  readonly streams: readonly LogStream[];
  /** Names of functions and aggregations, lower case, each once. */
  readonly functions: ReadonlySet<string>;
  /** It gives lines, where alerts and records need numbers. */
  readonly givesLines: boolean;
  /** It leaves out what does not compare: `> 5`, and no `> bool 5`. */
  readonly compares: boolean;
  /** The first place that is no LogQL; what could be read around it is still given. */
  readonly problem?: QueryProblem;
}

/** One selection of logs, and what is done with its lines. */
export interface LogStream extends Part {
  readonly matchers: readonly Matcher[];
  readonly lines: readonly LineFilter[];
  /** What is asked of labels that the lines themselves have: `| level="error"`. Numbers and sizes are as written. */
  readonly filters: readonly Matcher[];
  /** The label whose value is the number: `| unwrap duration`. */
  readonly unwrapped: string | undefined;
}

/** What lines must have in them, or must not. */
export interface LineFilter extends Part {
  readonly keeps: boolean;
  readonly pattern: boolean;
  readonly value: string;
}
