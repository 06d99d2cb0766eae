import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import { embeddedConfig } from '../embedded-alertmanager.ts';

/** API groups that look like Kubernetes and are files of a tool: their documents are never in a cluster. */
const FOREIGN_GROUPS: ReadonlySet<string> = new Set(['planproof', 'kustomize.config.k8s.io', 'openslo']);

/** Kinds of the Prometheus operator that formats of their own read. */
const OPERATOR_KINDS: ReadonlySet<string> = new Set(['PrometheusRule', 'AlertmanagerConfig']);

/** An object of the Kubernetes API. An integer `apiVersion` is Grafana's; `Chart.yaml` has no `kind`. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  const kind = root.get('kind').text;
  const apiVersion = root.get('apiVersion').text;
  if (!kind || !apiVersion) return false;
  const group = apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')));
  if (FOREIGN_GROUPS.has(group)) return false;
  if (group === 'monitoring.coreos.com') return !OPERATOR_KINDS.has(kind);
  return embeddedConfig(root) === undefined;
}
