import type { FormatOf } from '../format.ts';

/** Pipelines of Logstash: what they take in, do with it, and send on. */
export const format: FormatOf<'data'> = {
  id: 'logstash',
  title: 'Logstash pipelines',
  syntax: 'data',
  patterns: ['**/logstash*.conf', '**/pipeline/*.conf'],
  detect: (document) => document.syntax === 'logstash',
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
