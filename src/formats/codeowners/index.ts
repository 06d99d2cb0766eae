import type { FormatOf } from '../format.ts';

/** Who owns which paths, as GitHub and GitLab read it. */
export const format: FormatOf<'codeowners'> = {
  id: 'codeowners',
  title: 'CODEOWNERS',
  syntax: 'codeowners',
  patterns: ['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
  detect: () => true,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
