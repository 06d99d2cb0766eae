import type { FormatOf } from '../format.ts';

/** What Grafana Alloy collects, does with it, and sends on. */
export const format: FormatOf<'hcl'> = {
  id: 'alloy',
  title: 'Grafana Alloy configuration',
  syntax: 'hcl',
  patterns: ['**/*.alloy'],
  detect: ({ file }) => file.path.endsWith('.alloy'),
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
