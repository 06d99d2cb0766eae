import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** What Fly.io runs, and how it is replaced. */
export const format: FormatOf<'data'> = {
  id: 'fly',
  title: 'Fly.io configuration',
  syntax: 'data',
  patterns: ['**/fly*.toml'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
