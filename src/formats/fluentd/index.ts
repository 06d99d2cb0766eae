import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Sources, filters and matches of Fluentd: its files, and ConfigMaps that hold such texts. */
export const format: FormatOf<'data'> = {
  id: 'fluentd',
  title: 'Fluentd configuration',
  syntax: 'data',
  patterns: ['**/fluent*.conf', '**/td-agent.conf'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
