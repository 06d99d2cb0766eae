import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Tasks, pipelines and runs of Tekton, and the triggers that start them. */
export const format: FormatOf<'data'> = {
  id: 'tekton',
  title: 'Tekton pipelines',
  syntax: 'data',
  patterns: ['**/*.yaml', '**/*.yml', '**/*.json'],
  detect,
  inside: async (document) => (await import('./inside.ts')).inside(document),
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
