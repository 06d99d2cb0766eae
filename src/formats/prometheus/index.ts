import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Alerting and recording rules: rule files, and `PrometheusRule` objects of the Prometheus operator. */
export const format: FormatOf<'data'> = {
  id: 'prometheus',
  title: 'Prometheus rules',
  syntax: 'data',
  patterns: ['**/*rules*.yaml', '**/*rules*.yml', '**/*alerts*.yaml', '**/*alerts*.yml'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
