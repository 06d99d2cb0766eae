import { known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import { daysOfAge } from '../../../recovery/index.ts';
import type { DataNode } from '../../data-node.ts';
import { baseName } from '../../paths.ts';
import { longestKept, storedIn } from './store.ts';
import { flagsIn, wordsFrom, type Tool } from './tool.ts';

const DATABASES = ['postgresql', 'mysql', 'mariadb', 'mongodb'];
/** Sections that settings stood in before 1.8. */
const SECTIONS = ['location', 'storage', 'retention', 'hooks'];

/** Actions that copy nothing. */
const OTHERS =
  /^(?:check|prune|compact|list|rlist|repo-list|info|extract|restore|mount|umount|export-tar|config|break-lock)$/;

/** https://torsion.org/borgmatic/reference/configuration/ */
export function borgmatic(root: DataNode, path: string): Tool {
  const setting = (name: string): DataNode => {
    const places = [root, ...SECTIONS.map((section) => root.get(section))].map((part) => part.get(name));
    return places.find(({ exists }) => exists) ?? root.get(name);
  };
  const listed = setting('repositories');
  const repositories = listed.items().map((item) => (item.isMap ? item.get('path') : item));
  const databases = DATABASES.map((name) => setting(`${name}_databases`)).filter(({ isList }) => isList);
  const hosts = databases
    .flatMap((list) => list.items())
    .flatMap((database) => database.get('hostname').text ?? []);
  const passphrase = ['encryption_passphrase', 'encryption_passcommand']
    .map(setting)
    .find(({ exists }) => exists);
  const [first] = databases;
  const backup: SubjectOf<'backup'> = {
    kind: 'backup',
    id: path,
    name: path.slice(path.lastIndexOf('/') + 1),
    format: 'backup-tools',
    location: listed.header,
    facts: {
      mechanism: 'job',
      method: known(first ? 'dump' : 'snapshot', (first ?? listed).header),
      intervalHours: unknown(
        'borgmatic is started by a timer or a cron that its file does not tell',
        listed.header,
      ),
      retentionDays: retentionOf(setting, listed),
      encrypted: passphrase
        ? known(true, passphrase.header)
        : unknown('whether the repository is encrypted was decided when it was made', listed.header),
      active: known(true, listed.header),
      covers: unknown(
        'borgmatic copies folders and databases, which are no resources of the files',
        listed.header,
      ),
      sources: [...new Set(hosts)],
      ...storedIn(repositories, listed),
    },
  };
  return {
    backup,
    // Without an action it does all of them; without a file it reads each that it finds.
    startedBy: (line) => {
      const words = wordsFrom(line, /^borgmatic$/);
      if (!words) return undefined;
      const files = flagsIn(words, '-c', '--config');
      const meant = files.length === 0 || files.some((file) => baseName(file) === baseName(path));
      return meant && (words.includes('create') || !words.some((word) => OTHERS.test(word)))
        ? 'full'
        : undefined;
    },
  };
}

function retentionOf(setting: (name: string) => DataNode, listed: DataNode): Fact<number> {
  const within = setting('keep_within');
  const days = within.text === undefined ? undefined : daysOfAge(within.text);
  if (days !== undefined) return known(days, within.at);
  const longest = longestKept((period) => setting(`keep_${period}`));
  return longest
    ? known(longest.days, longest.at.at)
    : unknown('nothing says how long copies are kept', listed.header);
}
