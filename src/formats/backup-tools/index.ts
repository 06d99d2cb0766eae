import type { FormatOf } from '../format.ts';
import { detect } from './detect.ts';

/** Files of tools that copy, and timers that start them: what is copied, where to, how often, and how long it is kept. */
export const format: FormatOf<'data'> = {
  id: 'backup-tools',
  title: 'Backup tools, and timers and tables of cron that start them',
  syntax: 'data',
  patterns: [
    '**/borgmatic*.yaml',
    '**/borgmatic.d/*.yaml',
    '**/profiles.{yaml,toml}',
    '**/.autorestic.yml',
    '**/pgbackrest.conf',
    '**/barman.conf',
    '**/barman.d/*.conf',
    '**/.walg.json',
    '**/*.{timer,service}',
    '**/{crontab,*.crontab}',
    '**/cron.d/*',
  ],
  detect,
  normalize: async (documents, context) => (await import('./normalize.ts')).normalize(documents, context),
};
