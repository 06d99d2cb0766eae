import type { Diagnostic } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { describe } from '../describe.ts';
import { errorsOf } from './check.ts';
import type { PublishedSchema } from './schema.ts';

/** More of one file is not read anyway. */
const MAX_TOLD = 20;

/**
 * Where a document is not as a published schema wants it. Warnings, whatever it is: such schemas lag behind what the
 * systems accept, and err.
 */
export function schemaWarnings(document: DataDocument, published: readonly PublishedSchema[]): Diagnostic[] {
  const warnings = new Map<string, Diagnostic>();
  for (const each of published)
    for (const warning of warningsOf(document, each)) {
      const { message, location } = warning;
      if (warnings.size < MAX_TOLD) warnings.set(`${location?.span.start} ${message}`, warning);
    }
  return [...warnings.values()].sort((a, b) => (a.location?.span.start ?? 0) - (b.location?.span.start ?? 0));
}

function warningsOf(document: DataDocument, published: PublishedSchema): Diagnostic[] {
  const { at, schema, what, by, isOpen } = published;
  const { path } = document.file;
  const errors = errorsOf(schema, document.at(at).value, isOpen, at);
  if (errors === undefined) {
    const message = `The ${what} is too large to hold it against its published schema (${by}).`;
    return [{ code: 'schema/too-large', level: 'note', message, path, location: document.locate(at, 'key') }];
  }
  return errors.map((error) => {
    const { code, message, help, path: place, part: side } = describe(error, document.value, what);
    return {
      code,
      level: 'warning',
      message: `${message.replace(/\.$/, '')}, by its published schema (${by}), which may lag behind.`,
      path,
      location: document.locate(place, side),
      ...(help === undefined ? {} : { help }),
    };
  });
}
