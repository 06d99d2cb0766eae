import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Pipelines of Jenkins, declarative and scripted. */
export const format: FormatOf<'groovy'> = {
  id: 'jenkins',
  title: 'Jenkins pipelines',
  syntax: 'groovy',
  patterns: ['**/Jenkinsfile', '**/Jenkinsfile.*', '**/*.jenkinsfile', '**/jenkins/**/*.groovy'],
  detect,
  normalize: async (documents) => (await import('./normalize.ts')).normalize(documents),
};
