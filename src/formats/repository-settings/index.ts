import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** What a repository asks before changes are merged and deployed, as its host tells it or an app keeps it. */
export const format: FormatOf<'data'> = {
  id: 'repository-settings',
  title: 'Settings of repositories: protected branches and environments',
  syntax: 'data',
  patterns: ['.github/settings.yml', '**/*.json'],
  detect,
  normalize: async (documents) => (await import('./normalize.ts')).normalize(documents),
};
