import type { JsonSchema, PublishedSchema } from '../../schema/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import project from './published/project.json' with { type: 'json' };

/** The schema of the Compose specification. */
export function published(document: DataDocument): readonly PublishedSchema[] {
  if (document.value === null) return [];
  const schema = project as JsonSchema;
  return [{ at: [], schema, what: 'project', by: 'the Compose specification, October 2026', isOpen }];
}

/** A variable is put in before the file is judged; a tag takes away what another file says. */
function isOpen(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('$');
  return typeof value === 'object' && value !== null && ('!reset' in value || '!override' in value);
}
