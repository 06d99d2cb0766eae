import type { DataNode } from './data-node.ts';

/** An `alertmanager.yaml` inside a Secret or ConfigMap, as kube-prometheus keeps it. */
export interface Embedded {
  readonly node: DataNode;
  readonly encoded: boolean;
}

/** Such an object is Alertmanager's and no longer Kubernetes': what tells the two formats apart. */
export function embeddedConfig(root: DataNode): Embedded | undefined {
  const kind = root.get('kind').text;
  if (kind !== 'Secret' && kind !== 'ConfigMap') return undefined;
  for (const part of ['stringData', 'data']) {
    for (const key of ['alertmanager.yaml', 'alertmanager.yml']) {
      const node = root.get(part, key);
      if (node.exists) return { node, encoded: kind === 'Secret' && part === 'data' };
    }
  }
  return undefined;
}
