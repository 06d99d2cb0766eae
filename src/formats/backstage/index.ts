import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** What a catalog of Backstage says that there is, who owns it and what it needs. */
export const format: FormatOf<'data'> = {
  id: 'backstage',
  title: 'Backstage catalogs',
  syntax: 'data',
  patterns: ['**/catalog-info.yaml'],
  detect,
  normalize: async (documents) => (await import('./normalize.ts')).normalize(documents),
};
