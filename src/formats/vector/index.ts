import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Sources, transforms and sinks of Vector, in TOML, YAML or JSON. */
export const format: FormatOf<'data'> = {
  id: 'vector',
  title: 'Vector configuration',
  syntax: 'data',
  patterns: ['**/vector*.toml', '**/vector*.yaml'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
