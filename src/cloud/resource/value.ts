import type { Location, RelatedLocation } from '../../source/index.ts';

/** A value with where it came from. Elements of collections are such values themselves. */
export type Value = KnownValue | UnknownValue;

export type KnownValue = NullValue | BoolValue | NumberValue | StringValue | SequenceValue | MappingValue;

/** What every value knows of itself. */
export interface ValueOrigin {
  /**
   * The place that decides the value, where one would change it: the literal in the tfvars file, in the
   * module call's argument, in the variable's default, in the local, or in the resource itself. For a computed
   * value (template, operator, function that makes something new) the whole expression. For an unknown value
   * the expression that cannot be told: the reference to what is known after apply, or the variable's header.
   */
  readonly at: Location;
  /**
   * How it got from `at` to where it is used, the user's end first: each reference it passed
   * ("var.acl is used here"), the variable's declaration when its value comes from elsewhere, and the header of
   * each module call that handed it on. Empty for a value that is written where it is used.
   * An element's chain starts at its container; what the container passed is in the container's chain.
   */
  readonly chain: readonly RelatedLocation[];
  /** The resource attribute that it was read from, unchanged. Known values have it too, so that joins work. */
  readonly reference?: ResourceReference;
  readonly sensitive?: true;
  /** The type that a null or an empty collection was given, which it does not tell by itself. */
  readonly type?: ValueType;
}

/** A type of the language that the value is written in; what more there is to it only its evaluator knows. */
export interface ValueType {
  readonly kind: string;
}

/** `aws_s3_bucket.logs.id` as an identity: `address` equals an `EvaluatedResource`'s address. */
export interface ResourceReference {
  readonly mode: 'managed' | 'data' | 'ephemeral' | 'module';
  /** With modules and keys: `module.x["a"].aws_s3_bucket.logs[0]`; without the key when it is not known. */
  readonly address: string;
  /** The way within the resource; empty for the resource itself. */
  readonly path: readonly (string | number)[];
}

export interface NullValue extends ValueOrigin {
  readonly kind: 'null';
}

export interface BoolValue extends ValueOrigin {
  readonly kind: 'bool';
  readonly value: boolean;
}

export interface NumberValue extends ValueOrigin {
  readonly kind: 'number';
  readonly value: number;
  /** The exact decimal text, where `value` is less exact. */
  readonly text?: string;
  /** It is exactly the double, and not what the double's shortest decimal text says: what logarithms give. */
  readonly double?: true;
}

export interface StringValue extends ValueOrigin {
  readonly kind: 'string';
  readonly value: string;
  readonly encoded?: EncodedValue;
}

/** A set's items are sorted and distinct as far as they are known. */
export interface SequenceValue extends ValueOrigin {
  readonly kind: 'list' | 'tuple' | 'set';
  readonly items: readonly Value[];
}

export interface MappingValue extends ValueOrigin {
  readonly kind: 'map' | 'object';
  readonly entries: ReadonlyMap<string, Value>;
  /** A resource, or a block of one: attributes that are not in `entries` exist, but are known after apply only. */
  readonly open?: ResourceReference;
}

/** The value that `jsonencode` or `yamlencode` was given: the document with the positions of its parts. */
export interface EncodedValue {
  readonly format: 'json' | 'yaml';
  readonly value: Value;
}

export interface UnknownValue extends ValueOrigin {
  readonly kind: 'unknown';
  /** Finishes "unknown because …": `var.db_class has no value`, `aws_s3_bucket.logs.id is known after apply`. */
  readonly reason: string;
  /** What is known of its type; absent: anything. */
  readonly shape?: ValueShape;
  /** A string of which parts are known, in order: `"logs-${var.x}"`. Never empty. */
  readonly parts?: readonly (string | UnknownValue)[];
  readonly encoded?: EncodedValue;
  /** The expression is wrong (`try` goes on to its next argument), rather than merely not known here. */
  readonly failure?: true;
}

export type ValueShape = 'string' | 'number' | 'bool' | 'list' | 'set' | 'map' | 'object' | 'tuple';
