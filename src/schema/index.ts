/** A document against a JSON Schema: diagnostics at the places that are wrong. */
export { problemsOf, validate } from './validate.ts';
export type { CompiledValidator } from './validator.ts';
