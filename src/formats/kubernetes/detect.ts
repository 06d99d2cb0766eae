import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import {
  embeddedConfig,
  grafanaTexts,
  holdsConfiguration,
  holdsTelemetry,
  isArgoWorkflow,
  isCollectorObject,
  isGrafanaObject,
  isObjective,
  operatorFormat,
} from '../cluster-objects.ts';
import { isReplacing } from './images/replacements.ts';

/** API groups that other formats read, or that look like Kubernetes and are files of a tool. */
const FOREIGN_GROUPS: ReadonlySet<string> = new Set([
  'planproof',
  'tekton.dev',
  'triggers.tekton.dev',
  'openslo',
  'openslo.com',
  'n9',
  'kind.x-k8s.io',
  'k3d.io',
  'eksctl.io',
  'kubeadm.k8s.io',
  'backstage.io',
  'dashboard.grafana.app',
]);

/**
 * An object of the Kubernetes API, or a file that says which images take the place of those that objects name. An
 * integer `apiVersion` is Grafana's; `Chart.yaml` has no `kind`.
 */
export function detect(document: DataDocument): boolean {
  if (isReplacing(document)) return true;
  const root = rootNode(document);
  const kind = root.get('kind').text;
  const apiVersion = root.get('apiVersion').text;
  if (!kind || !apiVersion) return false;
  const group = apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')));
  if (FOREIGN_GROUPS.has(group)) return false;
  if (isArgoWorkflow(root) || isObjective(root) || isCollectorObject(root) || isGrafanaObject(root))
    return false;
  if (operatorFormat(root) !== undefined) return false;
  if (holdsConfiguration(root) !== undefined) return false;
  return embeddedConfig(root) === undefined && !holdsTelemetry(root) && grafanaTexts(root).length === 0;
}
