import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';

/** Dashboards as Grafana exports and serves them, and provisioned data sources. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  return isResource(root) || isDataSources(root) || isClassic(root) || isClassic(root.get('dashboard'));
}

/** A dashboard as a resource of Grafana's own API. */
export function isResource(root: DataNode): boolean {
  return (
    root.get('apiVersion').text?.startsWith('dashboard.grafana.app/') === true &&
    root.get('kind').text === 'Dashboard'
  );
}

/** The version is an integer, which Kubernetes' never is. */
export function isDataSources(root: DataNode): boolean {
  return root.get('apiVersion').written === '1' && root.get('datasources').isList;
}

function isClassic(node: DataNode): boolean {
  const panels = node.get('panels').isList || node.get('rows').isList;
  return (
    panels &&
    (node.get('schemaVersion').exists || node.get('templating').isMap || node.get('annotations').isMap)
  );
}
