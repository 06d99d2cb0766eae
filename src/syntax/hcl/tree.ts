import type { Diagnostic, Location, SourceFile, Span } from '../../source/index.ts';

/** A parsed HCL file. What could not be parsed is in `diagnostics`; the rest of the file is in `body`. */
export interface HclFile {
  readonly file: SourceFile;
  readonly body: HclBody;
  readonly comments: readonly HclComment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A comment with its marks (`#`, `//`, or both ends of a block comment); without the line end. */
export interface HclComment {
  readonly text: string;
  readonly location: Location;
}

/**
 * Attributes and blocks in the order in which they are written. The span is the whole file's, or from
 * the opening to the closing brace. Plain data, so that a reader of the JSON syntax can make it as well.
 */
export interface HclBody extends Span {
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

/** `name = value`; the span is all of it, without the line end. */
export interface HclAttribute extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
  /** Where it is written, when that is another file than what is around it: whoever merges bodies sets it. */
  readonly file?: SourceFile;
}

/** `type "label" { … }`; the span goes from the type to the closing brace. */
export interface HclBlock extends Span {
  readonly type: string;
  readonly typeSpan: Span;
  readonly labels: readonly HclLabel[];
  /** From the type to the last label: what Terraform calls the definition's range. */
  readonly headerSpan: Span;
  readonly body: HclBody;
  /** As of an attribute. */
  readonly file?: SourceFile;
}

/** A block's label; the span includes its quotes. */
export interface HclLabel extends Span {
  readonly value: string;
}

/** Every expression is a span itself, with the range that hcl/v2 gives the same expression. */
export type Expression =
  | NumberLiteral
  | BoolLiteral
  | NullLiteral
  | StringLiteral
  | TemplateExpression
  | WrapExpression
  | ReferenceExpression
  | TraversalExpression
  | IndexExpression
  | SplatExpression
  | SplatItem
  | CallExpression
  | UnaryExpression
  | BinaryExpression
  | ConditionalExpression
  | ParenthesesExpression
  | TupleExpression
  | ObjectExpression
  | ForExpression
  | InvalidExpression;

export interface NumberLiteral extends Span {
  readonly kind: 'number';
  /** As it is written; `value` may be less exact. */
  readonly text: string;
  readonly value: number;
}

export interface BoolLiteral extends Span {
  readonly kind: 'bool';
  readonly value: boolean;
}

export interface NullLiteral extends Span {
  readonly kind: 'null';
}

/** How a template is written; a `file` template is the whole text that `templatefile` reads. */
export type TemplateForm = 'quoted' | 'heredoc' | 'file';

/** A quoted string or heredoc without interpolations and directives; the span includes quotes or markers. */
export interface StringLiteral extends Span {
  readonly kind: 'string';
  readonly form: TemplateForm;
  readonly value: string;
  /** The text between quotes or markers, as it is in the file. */
  readonly inner: Span;
}

/** A string with interpolations or directives. */
export interface TemplateExpression extends Span {
  readonly kind: 'template';
  readonly form: TemplateForm;
  readonly parts: readonly TemplatePart[];
  readonly inner: Span;
}

/** `"${expression}"` and nothing else: the expression's own value, not converted to a string. */
export interface WrapExpression extends Span {
  readonly kind: 'wrap';
  readonly expression: Expression;
}

export type TemplatePart = TemplateText | TemplateInterpolation | TemplateIf | TemplateFor;

/** Text with escapes resolved, and with what strip markers and `<<-` take away taken away. */
export interface TemplateText extends Span {
  readonly kind: 'text';
  readonly value: string;
}

export interface TemplateInterpolation extends Span {
  readonly kind: 'interpolation';
  readonly expression: Expression;
}

/** `%{ if … }…%{ else }…%{ endif }`; the span goes from the first directive to the last. */
export interface TemplateIf extends Span {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: readonly TemplatePart[];
  readonly otherwise: readonly TemplatePart[];
}

/** `%{ for key, value in collection }…%{ endfor }`. */
export interface TemplateFor extends Span {
  readonly kind: 'for';
  readonly keyVariable: string | undefined;
  readonly valueVariable: string;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
}

/** A name and the static steps after it: `var.subnets[0].id`. */
export interface ReferenceExpression extends Span {
  readonly kind: 'reference';
  readonly root: string;
  readonly rootSpan: Span;
  readonly steps: readonly TraversalStep[];
}

/** Static steps after any other expression: `f(x).id`. */
export interface TraversalExpression extends Span {
  readonly kind: 'traversal';
  readonly source: Expression;
  readonly steps: readonly TraversalStep[];
}

/** `.name`, `["name"]`, `[0]`, or the legacy `.0`; the span includes the dot or the brackets. */
export interface TraversalStep extends Span {
  readonly kind: 'attribute' | 'index';
  readonly key: string | number;
}

/** `collection[key]` with a key that must be evaluated. */
export interface IndexExpression extends Span {
  readonly kind: 'index';
  readonly collection: Expression;
  readonly key: Expression;
}

/** `source[*]…` (full) or `source.*…` (attribute); `each` is what is taken of every element. */
export interface SplatExpression extends Span {
  readonly kind: 'splat';
  readonly form: 'full' | 'attribute';
  readonly source: Expression;
  /** An expression whose innermost source is a `SplatItem`. */
  readonly each: Expression;
}

/** The current element within a splat's `each`; its span is the splat's marker. */
export interface SplatItem extends Span {
  readonly kind: 'splat-item';
}

export interface CallExpression extends Span {
  readonly kind: 'call';
  /** With namespaces: `provider::aws::arn_parse`. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly Expression[];
  /** The last argument is followed by `...`. */
  readonly expandFinal: boolean;
}

export interface UnaryExpression extends Span {
  readonly kind: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}

export type BinaryOperator =
  '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface BinaryExpression extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface ConditionalExpression extends Span {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface ParenthesesExpression extends Span {
  readonly kind: 'parentheses';
  readonly expression: Expression;
}

export interface TupleExpression extends Span {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}

export interface ObjectExpression extends Span {
  readonly kind: 'object';
  readonly items: readonly ObjectItem[];
}

/** `key = value` or `key : value`; the span goes from the key to the value's end. */
export interface ObjectItem extends Span {
  readonly key: Expression;
  /** The key when it is a bare name, which stands for itself and is not a reference. */
  readonly name: string | undefined;
  readonly value: Expression;
}

/** `[for k, v in c : value if condition]` or `{for k, v in c : key => value... if condition}`. */
export interface ForExpression extends Span {
  readonly kind: 'for';
  readonly keyVariable: string | undefined;
  readonly valueVariable: string;
  readonly collection: Expression;
  /** Present for the form that gives an object. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  /** `...` after the value: values of equal keys are gathered in lists. */
  readonly grouping: boolean;
  readonly condition: Expression | undefined;
}

/** What could not be parsed; a diagnostic says why. The attribute is kept, so that it is unknown and not absent. */
export interface InvalidExpression extends Span {
  readonly kind: 'invalid';
}
