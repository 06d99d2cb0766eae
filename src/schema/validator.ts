/** What ajv says about one place; with the option `verbose`, so with the schema and the value at hand. */
export interface SchemaError {
  readonly keyword: string;
  /** A JSON pointer into the value. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** What the keyword says. */
  readonly schema?: unknown;
  /** The schema that the keyword is in. */
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}

/** A validate function that `src/dev/compile-schemas.ts` made of a schema: `generated/<name>.js`. */
export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
