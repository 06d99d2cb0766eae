import { known, unknown, valueOf, type Fact, type TemplateReferenceFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { KubernetesObject } from '../object.ts';
import { textFact } from '../read.ts';

/** Templates of analyses and metrics by name. */
export type Templates = ReadonlyMap<string, readonly KubernetesObject[]>;

const ANALYSIS_KINDS: ReadonlySet<string> = new Set(['AnalysisTemplate', 'ClusterAnalysisTemplate']);

export function isAnalysisTemplate({ group, kind }: KubernetesObject): boolean {
  return group === 'argoproj.io' && ANALYSIS_KINDS.has(kind);
}

export function templatesOf(objects: readonly KubernetesObject[]): Templates {
  const templates = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    if (!isAnalysisTemplate(object) && !(object.group === 'flagger.app' && object.kind === 'MetricTemplate'))
      continue;
    const same = templates.get(object.name);
    if (same) same.push(object);
    else templates.set(object.name, [object]);
  }
  return templates;
}

/** What an entry with `templateName` names. Without `clusterScope` only the Rollout's namespace is searched. */
export function analysisReference(
  entry: DataNode,
  namespace: string | undefined,
  templates: Templates,
): TemplateReferenceFacts {
  const kind = entry.get('clusterScope').value === true ? 'ClusterAnalysisTemplate' : 'AnalysisTemplate';
  return reference(entry.get('templateName'), kind, namespace, templates);
}

/** What a metric's `templateRef` of Flagger names, in the Canary's namespace where it states none. */
export function metricReference(
  entry: DataNode,
  namespace: string | undefined,
  templates: Templates,
): TemplateReferenceFacts {
  return reference(entry.get('name'), 'MetricTemplate', entry.get('namespace').text ?? namespace, templates);
}

/** Overlays and appliers set namespaces, so that only a wrong scope is surely a mistake. */
function reference(
  node: DataNode,
  kind: string,
  namespace: string | undefined,
  templates: Templates,
): TemplateReferenceFacts {
  const stated = textFact(node, '');
  const text = valueOf(stated);
  if (!text)
    return { name: kind, found: text === '' ? unknown('it has no name', node.at) : (stated as Fact<never>) };
  const name = `${kind} ${text}`;
  const alike = templates.get(text) ?? [];
  const right = alike.filter((template) => template.kind === kind);
  const reachable = right.find((template) => {
    const theirs = template.namespace;
    return kind.startsWith('Cluster') || !namespace || !theirs || theirs === namespace;
  });
  if (reachable) return { name, found: known(true, node.at) };
  const [elsewhere] = right;
  if (elsewhere)
    return {
      name,
      found: unknown(
        `the files have the ${name} only in the namespace ${elsewhere.namespace ?? ''}`,
        node.at,
      ),
    };
  const other = alike.find(isAnalysisTemplate);
  if (other && kind !== 'MetricTemplate') {
    const related = [{ location: other.location, message: `it is a ${other.kind}` }];
    return { name, found: known(false, node.at, related) };
  }
  return { name, found: unknown(`the ${name} is not among the files`, node.at) };
}
