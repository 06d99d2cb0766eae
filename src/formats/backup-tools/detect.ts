import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import { barmanServers } from './tools/barman.ts';
import { stanzasOf } from './tools/pgbackrest.ts';
import { prefixOf } from './tools/walg.ts';

/** What a document is of. */
export type Part =
  | 'borgmatic'
  | 'resticprofile'
  | 'autorestic'
  | 'pgbackrest'
  | 'barman'
  | 'wal-g'
  | 'postgresql'
  | 'systemd'
  | 'crontab';

/** borgmatic has repositories and what to copy, at the top or, as it was before 1.8, in sections. */
function isBorgmatic(root: DataNode): boolean {
  const old = root.get('location');
  return [root, old].some(
    (part) =>
      part.get('repositories').isList && (part.get('source_directories').isList || hasDatabases(part)),
  );
}

function hasDatabases(part: DataNode): boolean {
  return ['postgresql', 'mysql', 'mariadb', 'mongodb'].some((name) => part.get(`${name}_databases`).isList);
}

/** resticprofile has profiles at the top, or since its second version in a section of their own. */
export function profilesOf(root: DataNode): readonly (readonly [name: string, profile: DataNode])[] {
  const version = root.get('version').written;
  // TOML is its own form only, and needs no version.
  const bare = version === undefined && root.document.syntax === 'toml';
  if (version !== '1' && version !== '2' && !bare) return [];
  const profiles = version === '2' ? root.get('profiles') : root;
  return profiles
    .entries()
    .filter(([name, node]) => node.isMap && name !== 'global' && name !== 'groups' && isProfile(node));
}

function isProfile(node: DataNode): boolean {
  const taken = node.get('repository').text !== undefined || node.get('inherit').text !== undefined;
  return taken && (node.get('backup').isMap || node.get('repository').text !== undefined);
}

/** autorestic has places with what they are copied to, and backends with a type. */
function isAutorestic(root: DataNode): boolean {
  const has = (section: string, key: string): boolean =>
    root
      .get(section)
      .entries()
      .some(([, node]) => node.get(key).exists);
  return has('locations', 'to') && has('backends', 'type');
}

/** Which part a document is; undefined for none. */
export function partOf(document: DataDocument): Part | undefined {
  const root = rootNode(document);
  if (!root.isMap || root.get('apiVersion').exists) return undefined;
  if (document.syntax === 'crontab') return root.get('jobs').items().length > 0 ? 'crontab' : undefined;
  if (prefixOf(root)) return 'wal-g';
  if (document.syntax === 'ini') {
    if (root.get('Timer').isMap || root.get('Service').isMap) return 'systemd';
    if (stanzasOf(root).length > 0 || isGlobalOnly(root)) return 'pgbackrest';
    if (root.get('barman').isMap || barmanServers(root).length > 0) return 'barman';
    return root.get('archive_command').exists ? 'postgresql' : undefined;
  }
  if (isBorgmatic(root)) return 'borgmatic';
  if (isAutorestic(root)) return 'autorestic';
  return profilesOf(root).length > 0 ? 'resticprofile' : undefined;
}

/** What all stanzas share, where the stanzas lie in files of their own. */
function isGlobalOnly(root: DataNode): boolean {
  return root
    .get('global')
    .entries()
    .some(([key]) => /^repo\d{1,3}-/.test(key));
}

export function detect(document: DataDocument): boolean {
  return partOf(document) !== undefined;
}
