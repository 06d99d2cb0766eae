import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Changes of databases' schemas, written in SQL. */
export const format: FormatOf<'sql'> = {
  id: 'migrations',
  title: 'Migrations of databases in SQL',
  syntax: 'sql',
  patterns: ['**/migrations/**/*.sql', '**/V*__*.sql', '**/*.up.sql'],
  detect,
  normalize: async (documents) => (await import('./normalize.ts')).normalize(documents),
};
