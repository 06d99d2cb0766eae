import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** CloudFormation and SAM: templates, evaluated with their parameter files. */
export const format: FormatOf<'data'> = {
  id: 'cloudformation',
  title: 'CloudFormation and SAM templates',
  syntax: 'data',
  patterns: ['**/*.yaml', '**/*.yml', '**/*.json', '**/*.template'],
  // A template has at most 500 resources and 1 MB:
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
  budget: { most: 30_000 },
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
  published: async (document) => (await import('./published.ts')).published(document),
};
