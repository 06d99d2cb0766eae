import type { Diagnostic, Location, SourceFile, Span } from '../../../source/index.ts';
import type { Expression, HclAttribute, ReferenceExpression } from '../../../syntax/hcl/index.ts';
import type { EvaluateOptions, TerraformSources } from './result.ts';
import { unknownAt, type UnknownValue, type Value, type ValueShape } from '../../../cloud/index.ts';

/** What names mean at a place: a module's own names, and the variables of the constructs around the place. */
export interface Scope {
  readonly runtime: Runtime;
  readonly file: SourceFile;
  readonly module: Names;
  readonly frame: Frame | undefined;
}

/** The names that a module declares. */
export interface Names {
  /** Relative to the tree's root. */
  readonly directory: string;
  /** What the reference's root, and as many steps as belong to the name, stand for. */
  resolve(reference: ReferenceExpression, scope: Scope): Resolved;
}

export interface Resolved {
  readonly value: Value;
  /** How many of the reference's steps the name has used up. */
  readonly steps: number;
}

/** A variable of `for`, `each`, `count`, `self`, a dynamic block or a template, innermost first. */
export interface Frame {
  readonly name: string;
  readonly value: Value;
  readonly outer: Frame | undefined;
}

const MAX_DEPTH = 700;
/** For one attribute, local or the like, without what it depends on. */
const MAX_STEPS = 300_000;
const MAX_TOTAL_STEPS = 20_000_000;

/** What one evaluation shares: files, limits, what is being evaluated, and what went wrong. */
export class Runtime {
  readonly sources: TerraformSources;
  readonly rootDirectory: string;
  readonly maxInstances: number;
  readonly maxTotalInstances: number;
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
  instances = 0;
  /** Inside `try` and `can`: what fails there is no problem. */
  trying = 0;
  /** Inside what is evaluated for its type only: what fails there is no problem either, and the rest of it tells. */
  private muted = 0;
  private depth = 0;
  private steps = 0;
  private total = 0;
  private readonly reported = new Map<string, Diagnostic>();

  constructor(
    rootDirectory: string,
    sources: TerraformSources,
    options: EvaluateOptions,
    evaluate: (expression: Expression, scope: Scope) => Value,
  ) {
    this.rootDirectory = rootDirectory;
    this.sources = sources;
    this.maxInstances = options.maxInstances ?? 1000;
    this.maxTotalInstances = options.maxTotalInstances ?? 20_000;
    this.evaluate = evaluate;
  }

  /** Goes a level deeper; a reason when that is too deep, or when too much was evaluated already. */
  enter(): string | undefined {
    if (++this.depth > MAX_DEPTH) return 'too many expressions depend on each other in a row';
    this.total++;
    if (++this.steps > MAX_STEPS || this.spent) return 'it takes too many steps to evaluate';
    return undefined;
  }

  /** Loops end where their elements would not be evaluated any more. */
  get spent(): boolean {
    return this.steps > MAX_STEPS || this.total > MAX_TOTAL_STEPS;
  }

  leave(): void {
    this.depth--;
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.reported.values()];
  }

  /** Reports a problem in the configuration once, however many instances meet it. */
  report(
    code: string,
    message: string,
    location: Location,
    more: Partial<Pick<Diagnostic, 'level' | 'help' | 'related'>> = {},
  ): void {
    if (this.muted > 0) return;
    const key = [code, location.file.path, location.span.start, message].join('\0');
    if (this.reported.has(key) || this.reported.size >= 1000) return;
    const { path } = location.file;
    this.reported.set(key, {
      code,
      level: 'warning',
      message,
      path,
      location: { file: location.file, span: { start: location.span.start, end: location.span.end } },
      ...more,
    });
  }

  /** Evaluates something that has a name of its own: apart from what `try` covers, with steps of its own. */
  apart<T>(compute: () => T): T {
    const { trying, steps, muted } = this;
    this.trying = 0;
    this.muted = 0;
    this.steps = 0;
    const result = compute();
    this.trying = trying;
    this.muted = muted;
    this.steps = steps;
    return result;
  }

  get isUnused(): boolean {
    return this.muted > 0;
  }

  /** Evaluates something whose value is not used. */
  unused(expression: Expression, scope: Scope): Value {
    const { trying } = this;
    this.trying = 0;
    this.muted++;
    const value = this.evaluate(expression, scope);
    this.trying = trying;
    this.muted--;
    return value;
  }
}

/** The scope of something that may be written in another file than what is around it: in an override file. */
export function scopeIn(scope: Scope, { file }: { readonly file?: SourceFile }): Scope {
  return file === undefined || file === scope.file ? scope : { ...scope, file };
}

/** The value of an attribute, wherever it is written. */
export function attributeValue(attribute: HclAttribute, scope: Scope): Value {
  return scope.runtime.evaluate(attribute.value, scopeIn(scope, attribute));
}

export function attributeLocation(attribute: HclAttribute, scope: Scope): Location {
  return locationIn(scopeIn(scope, attribute), attribute.value);
}

export function locationIn(scope: Scope, span: Span): Location {
  return { file: scope.file, span };
}

/** An expression that is wrong: an unknown value, and a diagnostic unless `try` or `can` is around it. */
export function failure(
  scope: Scope,
  span: Span,
  reason: string,
  code = 'terraform/invalid-expression',
  shape?: ValueShape,
): UnknownValue {
  const at = locationIn(scope, span);
  if (scope.runtime.trying === 0) {
    scope.runtime.report(code, sentence(reason), at);
  }
  return unknownAt(at, reason, { failure: true, ...(shape && { shape }) });
}

/** Where `try` or `can` looks, what fails within a value fails the value; elsewhere the rest of it still tells. */
export function isCaught(value: Value, scope: Scope): boolean {
  return scope.runtime.trying > 0 && value.kind === 'unknown' && value.failure === true;
}

/** Names of things keep their case at the start of a sentence. */
export function sentence(text: string): string {
  return `${/^[a-z]+[ ,]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text}.`;
}

/** A failure that something without a scope made, reported where it counts. */
export function reported(scope: Scope, span: Span, value: Value): Value {
  if (value.kind !== 'unknown' || !value.failure) return value;
  failure(scope, span, value.reason);
  return value;
}

export function withFrame(scope: Scope, name: string, value: Value): Scope {
  return { ...scope, frame: { name, value, outer: scope.frame } };
}
