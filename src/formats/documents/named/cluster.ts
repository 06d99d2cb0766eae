import type { CommandLine } from '../../../delivery/index.ts';
import { known, unknown, type DocumentReferenceFacts } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import { isPlaceholder } from './name.ts';

const WORKLOAD = /^(?:deployments?|deploy|statefulsets?|sts|daemonsets?|ds|rollouts?|ro)(?:\.[a-z.]+)?$/;
const NAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
/** What `kubectl argo rollouts …` does to the rollout that it names next. */
const VERBS = new Set(['abort', 'undo', 'restart', 'promote', 'status', 'pause', 'terminate']);
/** Namespaces that every cluster has. */
const SYSTEM = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);

/** Namespaces and workloads that a command to a cluster names. */
export function clusterReferences(line: CommandLine, at: Location): readonly DocumentReferenceFacts[] {
  if (!/^(?:kubectl|oc|helm|kubectl-argo-rollouts)$/.test(line.name)) return [];
  const isName = (name: string): boolean => NAME.test(name) && !isPlaceholder(name);
  const namespace = line.values('-n', '--namespace').find(isName) ?? null;
  const workloads = line.name === 'helm' ? [] : workloadsIn(line.words).filter(isName);
  const selected = line
    .values('-l', '--selector')
    .flatMap((selector) => /(?:^|,)(?:app|app\.kubernetes\.io\/name)=([^,]+)/.exec(selector)?.[1] ?? [])
    .filter(isName);
  const of = workloads[0] ?? selected[0] ?? null;
  const found = unknown('the files were not held against the document', at);
  return [
    ...(namespace !== null && !SYSTEM.has(namespace)
      ? [{ type: 'namespace' as const, name: known(namespace, at), of, found }]
      : []),
    ...workloads.map((name) => ({ type: 'workload' as const, name: known(name, at), of: namespace, found })),
  ];
}

function workloadsIn(words: readonly string[]): readonly string[] {
  const rollouts = words.indexOf('rollouts');
  if (words[0] === 'argo' && rollouts === 1) return rolloutIn(words.slice(2));
  return words.flatMap((word, i) => {
    const [type = '', name] = word.split('/', 2);
    if (!WORKLOAD.test(type)) return [];
    // `kubectl rollout status` is a command; `kubectl get rollout checkout` names one.
    if (name === undefined && (i === 0 || type === 'deploy')) return [];
    return name ?? words[i + 1] ?? [];
  });
}

function rolloutIn([verb = '', first, second]: readonly string[]): readonly string[] {
  if (VERBS.has(verb)) return first === undefined ? [] : [first];
  if ((verb === 'get' || verb === 'retry') && first === 'rollout')
    return second === undefined ? [] : [second];
  return verb === 'set' && second !== undefined ? [second] : [];
}
