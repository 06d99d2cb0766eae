import type { FormatOf } from '../format.ts';

/** Software systems and their containers, as a workspace of Structurizr models them. */
export const format: FormatOf<'structurizr'> = {
  id: 'structurizr',
  title: 'Structurizr workspaces',
  syntax: 'structurizr',
  patterns: ['**/*.dsl'],
  detect: ({ elements, includes }) => elements.length > 0 || includes.length > 0,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
