import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';

const KEYS = [
  'primary_region',
  'http_service',
  'services',
  'processes',
  'mounts',
  'vm',
  'deploy',
  'kill_signal',
];

/** An app by name, and something that only Fly asks of it. */
export function detect(document: DataDocument): boolean {
  if (document.syntax !== 'toml') return false;
  const root = rootNode(document);
  return root.get('app').text !== undefined && KEYS.some((key) => root.has(key));
}
