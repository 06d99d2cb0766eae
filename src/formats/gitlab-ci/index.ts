import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Pipelines of GitLab CI, with the local files that they include. */
export const format: FormatOf<'data'> = {
  id: 'gitlab-ci',
  title: 'GitLab CI pipelines',
  syntax: 'data',
  patterns: ['**/.gitlab-ci.{yml,yaml}', '**/*.gitlab-ci.{yml,yaml}', '.gitlab/**/*.{yml,yaml}'],
  // A job that deploys is judged by some fifty rules.
  budget: { most: 20_000 },
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
  published: async () => (await import('./published.ts')).published(),
};
