import type { Diagnostic } from '../source/index.ts';
import type { DataDocument } from '../syntax/data/index.ts';
import { bestErrors } from './alternatives.ts';
import { describe, type Description } from './describe.ts';
import type { CompiledValidator } from './validator.ts';

/**
 * Holds a document against a compiled schema. `what` is what the document is meant to be, for messages: `deployment
 * plan`. An unknown property is marked at its key, a missing one at its parent's, everything else at the value.
 */
export function validate(
  document: DataDocument,
  validator: CompiledValidator,
  options: { readonly what: string },
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const said = new Set<string>();
  for (const { code, message, help, path, part } of problemsOf(document.value, validator, options)) {
    const location = document.locate(path, part);
    const key = JSON.stringify([location.span, message]);
    if (said.has(key)) continue;
    said.add(key);
    diagnostics.push({
      code,
      level: 'error',
      message,
      path: document.file.path,
      location,
      ...(help === undefined ? {} : { help }),
    });
  }
  return diagnostics.sort((a, b) => (a.location?.span.start ?? 0) - (b.location?.span.start ?? 0));
}

/** The same for a value without a document: what is wrong, and where in it. */
export function problemsOf(
  value: unknown,
  validator: CompiledValidator,
  { what }: { readonly what: string },
): readonly Description[] {
  if (validator(value)) return [];
  return bestErrors(validator.errors ?? []).map((error) => describe(error, value, what));
}
