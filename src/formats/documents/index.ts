import type { FormatOf } from '../format.ts';

/** Documents that people follow: runbooks, procedures, guides, and whatever else is written in such markup. */
export const format: FormatOf<'prose'> = {
  id: 'documents',
  title: 'Documents in Markdown, AsciiDoc and reStructuredText',
  syntax: 'prose',
  patterns: [
    '**/*.md',
    '**/*.markdown',
    '**/*.adoc',
    '**/*.asciidoc',
    '**/*.rst',
    '**/*.mmd',
    '**/*.mermaid',
  ],
  detect: () => true,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
