import type { DataDocument } from '../../syntax/data/index.ts';
import { heldTexts } from '../cluster-objects.ts';
import { rootNode, type DataNode } from '../data-node.ts';

/** Clients beside what is read; Prometheus has scrape configurations without clients. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  if (root.get('apiVersion').exists) return heldTexts(root, 'promtail').length > 0;
  return isPromtail(root) || agentConfigs(root).length > 0;
}

export function isPromtail(root: DataNode): boolean {
  const clients = root.get('clients');
  if (clients.isList) return clients.items().some((one) => one.get('url').text !== undefined);
  return root.get('client', 'url').text !== undefined && root.get('scrape_configs').isList;
}

/** The parts of a Grafana Agent's file that ship logs. */
export function agentConfigs(root: DataNode): readonly DataNode[] {
  const configs = root.get('logs', 'configs').items();
  return configs.filter((one) => one.get('scrape_configs').isList || one.get('clients').isList);
}
