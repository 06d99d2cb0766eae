import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** How long Loki keeps the logs that it is sent. */
export const format: FormatOf<'data'> = {
  id: 'loki',
  title: 'Loki configuration',
  syntax: 'data',
  patterns: ['**/loki*.yaml', '**/loki*.yml'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
