import type { DataDocument } from '../../syntax/data/index.ts';
import { grafanaTexts, isGrafanaObject } from '../cluster-objects.ts';
import { rootNode, type DataNode } from '../data-node.ts';

/** Enough to tell what a file is; all of it is read later. */
const SAMPLE = 50;

/**
 * Dashboards as Grafana exports and serves them, what files give to an installation, and objects of a cluster that
 * hold either.
 */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  return (
    isResource(root) ||
    isDataSources(root) ||
    isProviders(root) ||
    isAlerting(root) ||
    isClassicDashboard(root) ||
    isGrafanaObject(root) ||
    grafanaTexts(root).length > 0
  );
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
  return isProvisioning(root) && root.get('datasources').isList;
}

/** Where an installation looks for dashboards. */
export function isProviders(root: DataNode): boolean {
  return isProvisioning(root) && root.get('providers').isList;
}

/** Alert rules, contact points, notification policies and mute timings; as they are exported, without a version. */
export function isAlerting(root: DataNode): boolean {
  if (isGrafanaObject(root)) return true;
  if (root.get('kind').exists) return false;
  const lists = ['contactPoints', 'policies', 'muteTimes'].some((key) => root.get(key).isList);
  if (isProvisioning(root) && lists) return true;
  const groups = root.get('groups').items().slice(0, SAMPLE);
  const rules = groups.flatMap((group) => group.get('rules').items().slice(0, SAMPLE));
  return rules.some(
    (rule) => rule.get('data').isList && (rule.get('title').exists || rule.get('uid').exists),
  );
}

function isProvisioning(root: DataNode): boolean {
  return root.get('apiVersion').written === '1';
}

/** The classic model, also as the API serves it. */
export function isClassicDashboard(root: DataNode): boolean {
  return isClassic(root) || isClassic(root.get('dashboard'));
}

function isClassic(node: DataNode): boolean {
  const panels = node.get('panels').isList || node.get('rows').isList;
  return (
    panels &&
    (node.get('schemaVersion').exists || node.get('templating').isMap || node.get('annotations').isMap)
  );
}
