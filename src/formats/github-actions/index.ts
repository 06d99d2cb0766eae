import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Workflows of GitHub Actions (and of Gitea and Forgejo, which read the same files), with composite actions. */
export const format: FormatOf<'data'> = {
  id: 'github-actions',
  title: 'GitHub Actions workflows',
  syntax: 'data',
  patterns: [
    '.github/workflows/*.{yml,yaml}',
    '.{gitea,forgejo}/workflows/*.{yml,yaml}',
    '**/action.{yml,yaml}',
  ],
  // A job that deploys is judged by some fifty rules.
  budget: { most: 20_000 },
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
  published: async (document) => (await import('./published.ts')).published(document),
};
