import type { Diagnostic, Location, SourceFile, Span } from '../../source/index.ts';

/** A Groovy file as blocks, calls and texts; expressions of other kinds are kept only for what stands in them. */
export interface GroovyFile {
  readonly file: SourceFile;
  readonly body: GroovyBlock;
  readonly comments: readonly GroovyComment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A comment with its marks. */
export interface GroovyComment {
  readonly text: string;
  readonly location: Location;
}

/** `{ … }` with its statements in the order in which they are written; the file as a whole is one, too. */
export interface GroovyBlock extends Span {
  readonly kind: 'block';
  readonly statements: readonly GroovyStatement[];
}

export interface GroovyStatement extends Span {
  /** `name` of `name = value`, `def name = value` and `String name = value`. */
  readonly assigned: string | undefined;
  /** It defines a method: `def deploy(target) { … }`. */
  readonly defines: boolean;
  readonly value: GroovyValue;
}

export type GroovyValue = GroovyString | GroovyCall | GroovyList | GroovyBlock | GroovyExpression;

/** A text in quotes, slashes or dollar slashes; the span includes those. */
export interface GroovyString extends Span {
  readonly kind: 'string';
  /** Without escapes; interpolations stay as they are written. */
  readonly text: string;
  readonly interpolations: readonly Interpolation[];
  /** Where the text's parts stand in the file: from each offset on the two advance together. */
  readonly anchors: readonly (readonly [offset: number, source: number])[];
}

/** `${expression}` or `$name.property`; the span is in the text. */
export interface Interpolation extends Span {
  readonly expression: string;
}

/** `name`, `name arguments`, `name(arguments) { … }`, `receiver.name(…)`. */
export interface GroovyCall extends Span {
  readonly kind: 'call';
  /** With its dots: `openshift.withCluster`; annotations begin with `@`. */
  readonly name: string;
  readonly nameSpan: Span;
  /** It has parentheses, arguments or a block; else it is a mere name. */
  readonly called: boolean;
  /** What the call is a method of, when that is a call or a text itself. */
  readonly receiver: GroovyValue | undefined;
  readonly args: readonly GroovyArgument[];
  readonly body: GroovyBlock | undefined;
}

export interface GroovyArgument extends Span {
  /** `name` of `name: value`. */
  readonly name: string | undefined;
  readonly value: GroovyValue;
}

/** `[a, b]` and `[name: value]`. */
export interface GroovyList extends Span {
  readonly kind: 'list';
  readonly items: readonly GroovyArgument[];
}

/** Anything else: numbers, operators, conditions. */
export interface GroovyExpression extends Span {
  readonly kind: 'expression';
  /** As it is written. */
  readonly text: string;
  /** Texts, calls, lists and blocks in it. */
  readonly inner: readonly GroovyValue[];
}
