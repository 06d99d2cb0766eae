import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** What Docker Compose, or a Swarm, runs. */
export const format: FormatOf<'data'> = {
  id: 'compose',
  title: 'Docker Compose files',
  syntax: 'data',
  patterns: ['**/compose*.yaml', '**/docker-compose*.yml'],
  detect,
  published: async (document) => (await import('./published.ts')).published(document),
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
