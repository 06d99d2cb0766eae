import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Configurations of Bitbucket Pipelines: pipelines of branches, tags and pull requests, with steps, stages and pipes. */
export const format: FormatOf<'data'> = {
  id: 'bitbucket-pipelines',
  title: 'Bitbucket Pipelines',
  syntax: 'data',
  patterns: ['bitbucket-pipelines.yml', '**/*pipelines.yml'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
