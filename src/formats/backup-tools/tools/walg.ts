import { known, unknown, type SubjectOf } from '../../../model/index.ts';
import { placeOf } from '../../../recovery/index.ts';
import type { DataNode } from '../../data-node.ts';
import { unquoted } from '../timers/variables.ts';
import { storedAt } from './store.ts';
import { NO_TIMER, wordsFrom, type Tool } from './tool.ts';

const CONTINUOUS_HOURS = 5 / 60;
const PREFIXES = /^(?:WALG_(?:S3|GS|AZ|SSH|SWIFT|FILE)_PREFIX|WALE_(?:S3|GS|WABS)_PREFIX)$/;
const KEYS =
  /^(?:WALG_(?:LIBSODIUM_KEY|PGP_KEY|GPG_KEY_ID|S3_SSE|S3_SSE_KMS_ID|ENVELOPE_PGP_KEY)|WALE_GPG_KEY_ID)(?:_PATH)?$/;

/** Where WAL-G puts what it copies; a file of it has the names of its variables as keys. */
export function prefixOf(root: DataNode): DataNode | undefined {
  return root.entries().find(([key, node]) => PREFIXES.test(key) && node.text !== undefined)?.[1];
}

/**
 * https://wal-g.readthedocs.io
 * @param archived where PostgreSQL is told to ship its log with WAL-G, if that is among the files
 */
export function walG(root: DataNode, path: string, archived: DataNode | undefined): readonly Tool[] {
  const prefix = prefixOf(root);
  if (!prefix) return [];
  const text = unquoted(prefix.text ?? '');
  const place = placeOf(text);
  const region = root.get('AWS_REGION').text;
  const key = root.entries().find(([name]) => KEYS.test(name))?.[1];
  const host = unquoted(root.get('PGHOST').text ?? '');
  const at = prefix.header;
  const untold =
    "whether logs are shipped is for PostgreSQL's archive_command to say, which is not among the files";
  const backup: SubjectOf<'backup'> = {
    kind: 'backup',
    id: path,
    name: path.slice(path.lastIndexOf('/') + 1),
    format: 'backup-tools',
    location: at,
    facts: {
      mechanism: 'job',
      method: archived ? known('continuous', archived.at) : unknown(untold, at),
      intervalHours: archived ? known(CONTINUOUS_HOURS, archived.at) : unknown(untold, at),
      retentionDays: unknown('WAL-G deletes old copies only when a command tells it to', at),
      encrypted: key ? known(true, key.at) : unknown('the store decides whether copies are encrypted', at),
      active: unknown(NO_TIMER, at),
      covers: unknown('the databases that WAL-G copies are no resources of the files', at),
      sources: /^[a-z][\w.-]*$/i.test(host) && host !== 'localhost' ? [host] : [],
      ...storedAt(place ? [{ place: { ...place, region: region ?? place.region }, at: prefix.at }] : [], at),
    },
  };
  return [
    {
      backup,
      // A log that is not shipped would be told by more frequent copies: only what ships it decides.
      scheduled: !archived,
      startedBy: (line) => {
        const words = wordsFrom(line, /^(?:wal-[ge]|walg)$/);
        return words?.includes('backup-push') === true ? 'full' : undefined;
      },
    },
  ];
}
