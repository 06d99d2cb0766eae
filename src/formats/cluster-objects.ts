import type { SubjectOf } from '../model/index.ts';
import type { DataDocument } from '../syntax/data/index.ts';
import { nativeOf, rootNode, type DataNode } from './data-node.ts';

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

const ARGO_KINDS: ReadonlySet<string> = new Set([
  'Workflow',
  'CronWorkflow',
  'WorkflowTemplate',
  'ClusterWorkflowTemplate',
  'Sensor',
]);

/** Is it an object of Argo that is a workflow, holds templates of such, or starts one? */
export function isArgoWorkflow(root: DataNode): boolean {
  return (
    ARGO_KINDS.has(root.get('kind').text ?? '') &&
    (root.get('apiVersion').text?.startsWith('argoproj.io/') ?? false)
  );
}

/** Objects of a cluster that state service level objectives, and files that look like such objects. */
const OBJECTIVES: readonly (readonly [group: RegExp, kinds: ReadonlySet<string>])[] = [
  [/^openslo(?:\.com)?\//, new Set(['SLO', 'SLI', 'AlertPolicy', 'AlertCondition', 'DataSource'])],
  [/^n9\//, new Set(['SLO'])],
  [/^sloth\.slok\.dev\//, new Set(['PrometheusServiceLevel'])],
  [/^pyrra\.dev\//, new Set(['ServiceLevelObjective'])],
];

/** Does an object state service level objectives, or what such are made of? */
export function isObjective(root: DataNode): boolean {
  const [kind = '', version = ''] = ['kind', 'apiVersion'].map((key) => root.get(key).text);
  return OBJECTIVES.some(([group, kinds]) => kinds.has(kind) && group.test(version));
}

/** An object that another format than Kubernetes' reads, as it is written, for policies of one's own. */
export function resourceOf(document: DataDocument, format: string): SubjectOf<'resource'> {
  const root = rootNode(document);
  const [kind, version] = ['kind', 'apiVersion'].map((key) => root.get(key).text ?? '');
  const metadata = root.get('metadata');
  const name = metadata.get('name').text ?? metadata.get('generateName').text ?? 'unnamed';
  return {
    kind: 'resource',
    id: `${document.file.path}:${[kind, metadata.get('namespace').text, name].filter(Boolean).join('/')}`,
    name,
    format,
    location: (metadata.get('name').text === undefined ? root.get('kind') : metadata.get('name')).at,
    facts: { type: `${version}/${kind}`, native: nativeOf(root) },
  };
}
