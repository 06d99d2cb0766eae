import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';
import { listedObjects } from './listed.ts';

/** Dashboards of Grafana, in its three models, and the data sources that files give to an installation. */
export const format: FormatOf<'data'> = {
  id: 'grafana',
  title: 'Grafana dashboards and data sources',
  syntax: 'data',
  patterns: ['**/dashboards/**/*.json', '**/provisioning/datasources/*.yaml'],
  budget: { most: 30_000, counted: listedObjects },
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
