import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** What Promtail, or the static mode of Grafana Agent, reads and where it sends it. */
export const format: FormatOf<'data'> = {
  id: 'promtail',
  title: 'Promtail and Grafana Agent configuration',
  syntax: 'data',
  patterns: ['**/promtail*.yaml', '**/agent*.yaml'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
