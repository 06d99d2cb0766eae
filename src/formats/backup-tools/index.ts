import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Files of borgmatic and resticprofile: what is copied, where to, how often, and how long it is kept. */
export const format: FormatOf<'data'> = {
  id: 'backup-tools',
  title: 'Configurations of borgmatic and resticprofile',
  syntax: 'data',
  patterns: ['**/borgmatic*.yaml', '**/borgmatic.d/*.yaml', '**/profiles.yaml', '**/resticprofile*.yaml'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
