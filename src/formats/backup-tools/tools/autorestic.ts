import { known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import { placeOf } from '../../../recovery/index.ts';
import { gapOfCrontab } from '../../../syntax/cron/index.ts';
import type { DataNode } from '../../data-node.ts';
import { forgottenBy, storedAt } from './store.ts';
import { flagsIn, wordsFrom, type Tool } from './tool.ts';

/** Ways in which a backend's type begins its address. */
const SCHEMES: Readonly<Record<string, string>> = {
  s3: 's3:',
  b2: 'b2:',
  azure: 'azure:',
  gs: 'gs:',
  sftp: 'sftp:',
  rest: 'rest:',
  rclone: 'rclone:',
  swift: 'swift:',
};

/** Places that autorestic copies, each to its backends: https://autorestic.vercel.app/config */
export function autorestic(root: DataNode, path: string): readonly Tool[] {
  return root
    .get('locations')
    .entries()
    .filter(([, location]) => location.get('to').exists)
    .map(([name, location]): Tool => {
      const at = location.header;
      const cron = location.get('cron');
      const backends = location
        .get('to')
        .oneOrMoreTexts()
        .map((one) => root.get('backends', one));
      const places = backends.flatMap((backend) => {
        const [type = '', to = ''] = [backend.get('type').text, backend.get('path').text];
        const place = placeOf(`${Object.hasOwn(SCHEMES, type) ? (SCHEMES[type] ?? '') : ''}${to}`);
        return place ? [{ place, at: backend.get('path').at }] : [];
      });
      const backup: SubjectOf<'backup'> = {
        kind: 'backup',
        id: `${path}:${name}`,
        name,
        format: 'backup-tools',
        location: at,
        facts: {
          mechanism: 'job',
          method: known('snapshot', at),
          intervalHours: intervalOf(cron, at),
          retentionDays: forgottenBy(
            [location.get('options', 'forget'), root.get('global', 'forget')],
            at,
            'nothing says how long copies are kept',
          ),
          // restic knows no repository that is not.
          encrypted: known(true, at),
          active: known(true, at),
          covers: unknown('restic copies folders, which are no resources of the files', at),
          sources: [],
          ...storedAt(places, at, places.length === backends.length),
        },
      };
      return {
        backup,
        scheduled: cron.text !== undefined,
        startedBy: (line) => {
          const words = wordsFrom(line, /^autorestic$/);
          if (words?.includes('backup') !== true) return undefined;
          const named = flagsIn(words, '-l', '--location').flatMap((one) => one.split(/[,@]/));
          const all = words.includes('-a') || words.includes('--all');
          return all || named.includes(name) ? 'full' : undefined;
        },
      };
    });
}

function intervalOf(cron: DataNode, at: SubjectOf<'backup'>['location']): Fact<number> {
  if (cron.text === undefined)
    return unknown('autorestic is started by a timer or a cron that its file does not tell', at);
  const gap = gapOfCrontab(cron.text);
  return 'hours' in gap
    ? known(gap.hours, cron.at)
    : unknown(`the schedule "${cron.text.slice(0, 40)}" ${gap.reason}`, cron.at);
}
