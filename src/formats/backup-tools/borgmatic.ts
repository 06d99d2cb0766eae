import { known, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import { daysOfAge } from '../../recovery/index.ts';
import type { DataNode } from '../data-node.ts';
import { longestKept, storedIn } from './store.ts';

const DATABASES = ['postgresql', 'mysql', 'mariadb', 'mongodb'];
/** Sections that settings stood in before 1.8. */
const SECTIONS = ['location', 'storage', 'retention', 'hooks'];

/** https://torsion.org/borgmatic/reference/configuration/ */
export function borgmatic(root: DataNode, path: string): SubjectOf<'backup'> {
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
  return {
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
