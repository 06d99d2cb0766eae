import type { FormatOf } from '../format.ts';

/** How images are made. */
export const format: FormatOf<'dockerfile'> = {
  id: 'dockerfile',
  title: 'Dockerfiles',
  syntax: 'dockerfile',
  patterns: ['**/Dockerfile*', '**/*.Dockerfile', '**/Containerfile*'],
  detect: ({ instructions }) => instructions.some(({ keyword }) => keyword === 'FROM'),
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
