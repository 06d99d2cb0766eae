import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Rules of Prometheus and its relatives, what they collect from where, and what collects it. */
export const format: FormatOf<'data'> = {
  id: 'prometheus',
  title: 'Prometheus rules and configurations',
  syntax: 'data',
  patterns: [
    '**/*rules*.yaml',
    '**/*rules*.yml',
    '**/*alerts*.yaml',
    '**/*alerts*.yml',
    '**/prometheus*.yml',
  ],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
