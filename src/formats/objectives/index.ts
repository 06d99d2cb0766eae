import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Service level objectives: OpenSLO and what is written like it, Sloth, Pyrra. */
export const format: FormatOf<'data'> = {
  id: 'objectives',
  title: 'Service level objectives (OpenSLO, Nobl9, Sloth, Pyrra)',
  syntax: 'data',
  patterns: ['**/*slo*.yaml', '**/*slo*.yml'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
