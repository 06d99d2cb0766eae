import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Receivers, processors, exporters, and the pipelines that join them: files, ConfigMaps, objects of the operator. */
export const format: FormatOf<'data'> = {
  id: 'opentelemetry-collector',
  title: 'OpenTelemetry Collector configuration',
  syntax: 'data',
  patterns: ['**/otel*.yaml', '**/*collector*.yaml', '**/*collector*.yml'],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
