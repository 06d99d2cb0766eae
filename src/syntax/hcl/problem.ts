import type { Span } from '../../source/index.ts';

export type ProblemCode =
  | 'hcl/syntax'
  | 'hcl/unclosed'
  | 'hcl/missing-newline'
  | 'hcl/invalid-character'
  | 'hcl/duplicate-attribute'
  | 'hcl/too-deep'
  | 'hcl/too-many-problems';

/** Thrown within the parser where an item cannot go on, and caught by the body that the item is in. */
export class HclProblem extends Error {
  readonly code: ProblemCode;
  readonly span: Span;

  constructor(code: ProblemCode, message: string, span: Span) {
    super(message);
    this.code = code;
    this.span = span;
  }
}
