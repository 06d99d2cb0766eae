import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Routes and receivers: Alertmanager's own file, the operator's `AlertmanagerConfig`, Secrets that hold the file. */
export const format: FormatOf<'data'> = {
  id: 'alertmanager',
  title: 'Alertmanager configuration',
  syntax: 'data',
  patterns: ['**/alertmanager*.yaml', '**/alertmanager*.yml'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
