import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** What proposes newer versions of dependencies: configurations of Dependabot and Renovate. */
export const format: FormatOf<'data'> = {
  id: 'dependency-updates',
  title: 'Dependabot and Renovate',
  syntax: 'data',
  patterns: ['.github/dependabot.yml', '**/renovate.json', '**/.renovaterc.json'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
