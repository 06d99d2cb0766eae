import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Pipelines of Spinnaker, as its API and its own files have them. */
export const format: FormatOf<'data'> = {
  id: 'spinnaker',
  title: 'Spinnaker pipelines',
  syntax: 'data',
  patterns: ['**/*.json'],
  detect,
  inside: async (document) => (await import('./inside.ts')).inside(document),
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
