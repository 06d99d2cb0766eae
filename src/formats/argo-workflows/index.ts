import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Workflows of Argo, their templates and schedules, and the sensors of Argo Events that start them. */
export const format: FormatOf<'data'> = {
  id: 'argo-workflows',
  title: 'Argo Workflows',
  syntax: 'data',
  patterns: ['**/*.yaml', '**/*.yml', '**/*.json'],
  detect,
  inside: async (document) => (await import('./inside.ts')).inside(document),
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
