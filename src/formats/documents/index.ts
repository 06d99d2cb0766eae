import type { FormatOf } from '../format.ts';

/** Documents that people follow: runbooks, procedures, guides, and whatever else is written in Markdown. */
export const format: FormatOf<'prose'> = {
  id: 'documents',
  title: 'Markdown documents',
  syntax: 'prose',
  patterns: ['**/*.md', '**/*.markdown'],
  detect: () => true,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
