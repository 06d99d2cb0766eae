import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Objects of the Kubernetes API, and of Argo Rollouts, Flagger and Velero, as files. */
export const format: FormatOf<'data'> = {
  id: 'kubernetes',
  title: 'Kubernetes manifests',
  syntax: 'data',
  patterns: ['**/*.yaml', '**/*.yml', '**/*.json'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
