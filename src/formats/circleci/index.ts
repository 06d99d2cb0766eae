import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Configurations of CircleCI: workflows of jobs, commands and executors, with inline orbs. */
export const format: FormatOf<'data'> = {
  id: 'circleci',
  title: 'CircleCI configurations',
  syntax: 'data',
  patterns: ['.circleci/*.{yml,yaml}'],
  // A job that deploys is judged by some fifty rules.
  budget: { most: 20_000 },
  detect,
  normalize: async (documents) => (await import('./normalize.ts')).normalize(documents),
  published: async (document) => (await import('./published.ts')).published(document),
};
