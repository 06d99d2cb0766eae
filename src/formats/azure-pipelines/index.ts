import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Pipelines of Azure DevOps, with their templates. */
export const format: FormatOf<'data'> = {
  id: 'azure-pipelines',
  title: 'Azure Pipelines',
  syntax: 'data',
  patterns: [
    '**/azure-pipelines*.{yml,yaml}',
    '.azuredevops/**/*.{yml,yaml}',
    '.azure-pipelines/**/*.{yml,yaml}',
  ],
  // A job that deploys is judged by some fifty rules.
  budget: { most: 20_000 },
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
