import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

/** borgmatic has repositories and what to copy, at the top or, as it was before 1.8, in sections. */
export function isBorgmatic(root: DataNode): boolean {
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
  if (version !== '1' && version !== '2') return [];
  const profiles = version === '2' ? root.get('profiles') : root;
  return profiles
    .entries()
    .filter(([name, node]) => node.isMap && name !== 'global' && name !== 'groups' && isProfile(node));
}

function isProfile(node: DataNode): boolean {
  const taken = node.get('repository').text !== undefined || node.get('inherit').text !== undefined;
  return taken && (node.get('backup').isMap || node.get('repository').text !== undefined);
}

export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  if (!root.isMap || root.get('apiVersion').exists) return false;
  return isBorgmatic(root) || profilesOf(root).length > 0;
}
