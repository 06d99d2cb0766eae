import { known, unknown, type TelemetryPipelineFacts } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import type { Component } from './components.ts';

/** Transforms that pass on some of what they get. */
const CHOOSING: ReadonlySet<string> = new Set(['filter', 'route', 'exclusive_route', 'swimlanes']);

/** Selections by what the cluster says of a pod. */
const SELECTORS = ['extra_label_selector', 'extra_namespace_label_selector', 'extra_field_selector'];

/** Files that sources read, unless something on the way chooses among their lines. */
export function filesOf(
  sources: readonly Component[],
  transforms: readonly Component[],
): TelemetryPipelineFacts['files'] {
  const readers = sources.filter(({ type }) => type === 'file' || type === 'kubernetes_logs');
  const [first] = readers;
  if (!first) return undefined;
  const choosing = transforms.find(
    ({ type, node }) => CHOOSING.has(type) || (type === 'remap' && node.get('drop_on_abort').value === true),
  );
  if (choosing) return unknown(`its transform ${choosing.id} may leave them out`, choosing.node.header);
  for (const { node } of readers)
    for (const key of SELECTORS)
      if (node.get(key).exists)
        return unknown(`${key} chooses among them by what the cluster says`, node.get(key).at);
  return known(readers.flatMap(patternsOfSource), first.node.header);
}

function patternsOfSource({ type, node }: Component): readonly string[] {
  const [included, excluded] =
    type === 'file'
      ? [textsOf(node.get('include')), textsOf(node.get('exclude'))]
      : [
          orAll(textsOf(node.get('include_paths_glob_patterns'))),
          textsOf(node.get('exclude_paths_glob_patterns')),
        ];
  return [...included, ...excluded.map((pattern) => `!${pattern}`)];
}

/** Without patterns it reads what the kubelet keeps of every pod. */
function orAll(patterns: readonly string[]): readonly string[] {
  return patterns.length === 0 || patterns.includes('**/*') ? ['/var/log/pods/*/*/*.log'] : patterns;
}

function textsOf(node: DataNode): readonly string[] {
  return node.items().flatMap(({ text }) => text ?? []);
}
