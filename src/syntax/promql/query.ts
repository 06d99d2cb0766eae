import type { Matcher, Part, QueryProblem } from '../query/index.ts';

/** What an expression reads: the parts of PromQL that tell what it is about. */
export interface Query {
  readonly selectors: readonly Selector[];
  /** Names of functions and aggregations, lower case, each once. */
  readonly functions: ReadonlySet<string>;
  /** The expression as a tree; absent where there is a problem. */
  readonly expression?: Expression;
  /** The first place that is no PromQL; what could be read around it is still given. */
  readonly problem?: QueryProblem;
}

export interface Selector {
  /** Absent when only matchers say which series; a regular expression on the name is a matcher. */
  readonly metric?: string;
  readonly matchers: readonly Matcher[];
  readonly start: number;
  readonly end: number;
}

/**
 * A PromQL expression. Parentheses, offsets, `@` and the sign in front change neither type nor labels of what they
 * stand at, and are left out, but for `-` and `+`, which take no text and no range.
 */
export type Expression =
  | (Part & { readonly kind: 'number' })
  | (Part & { readonly kind: 'text'; readonly text: string })
  | (Part & { readonly kind: 'selector'; readonly selector: Selector })
  /** `of[seconds]`; a number is in seconds, `undefined` where it is calculated or filled in later. */
  | (Part & { readonly kind: 'range'; readonly of: Expression; readonly seconds: number | undefined })
  | (Part & { readonly kind: 'subquery'; readonly of: Expression })
  | (Part & { readonly kind: 'signed'; readonly of: Expression })
  | CallExpression
  | AggregateExpression
  | BinaryExpression;

export interface CallExpression extends Part {
  readonly kind: 'call';
  readonly name: string;
  readonly parameters: readonly Expression[];
}

export interface AggregateExpression extends Part {
  readonly kind: 'aggregate';
  /** Lower case. */
  readonly name: string;
  readonly grouping: 'by' | 'without' | undefined;
  readonly labels: readonly string[];
  readonly parameters: readonly Expression[];
}

export interface BinaryExpression extends Part {
  readonly kind: 'binary';
  /** As written, lower case: `+`, `==`, `and`. */
  readonly operator: string;
  readonly bool: boolean;
  readonly matching: Matching | undefined;
  readonly left: Expression;
  readonly right: Expression;
}

/** How the series of both sides find each other. */
export interface Matching {
  readonly by: 'on' | 'ignoring';
  readonly labels: readonly string[];
  /** Which side may have several series for one of the other. */
  readonly many: 'left' | 'right' | undefined;
  /** Labels that the side of many takes over from the other. */
  readonly included: readonly string[];
}
