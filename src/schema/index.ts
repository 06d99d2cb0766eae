/** A document against a JSON Schema: diagnostics at the places that are wrong. */
export type { JsonSchema, PublishedSchema } from './published/schema.ts';
export { schemaWarnings } from './published/warnings.ts';
export { problemsOf, validate } from './validate.ts';
export type { CompiledValidator } from './validator.ts';
