import type { PublishedSchema } from '../../schema/index.ts';
import pipeline from './published/pipeline.json' with { type: 'json' };

/** GitLab's own schema of pipelines. */
export function published(): readonly PublishedSchema[] {
  return [{ at: [], schema: pipeline, what: 'pipeline', by: 'GitLab, October 2026', isOpen }];
}

/** Variables and inputs are filled in later; `!reference` stands for what is elsewhere. */
function isOpen(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('$');
  return typeof value === 'object' && value !== null && Object.hasOwn(value, '!reference');
}
