import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Inputs, filters and outputs of Fluent Bit: its classic files, its YAML, ConfigMaps that hold either. */
export const format: FormatOf<'data'> = {
  id: 'fluent-bit',
  title: 'Fluent Bit configuration',
  syntax: 'data',
  patterns: ['**/fluent-bit*.conf', '**/fluent-bit*.yaml'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
