import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import { embeddedConfig, operatorFormat } from '../cluster-objects.ts';

/** The receivers are a list: OpenTelemetry collectors have a map of that name. */
export function detect(document: DataDocument): boolean {
  const root = rootNode(document);
  const apiVersion = root.get('apiVersion');
  if (!apiVersion.exists) return root.get('route').isMap && root.get('receivers').isList;
  return operatorFormat(root) === 'alertmanager' || embeddedConfig(root) !== undefined;
}
