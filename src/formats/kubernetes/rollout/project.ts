import { known, type Fact, type SubjectOf } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';
import { mistyped } from '../read.ts';

/** Argo CD's patterns that hold for whatever there is. */
const EVERY: ReadonlySet<string> = new Set(['*', '**']);

/** What an AppProject of Argo CD allows its applications. */
export function projectSubject(object: KubernetesObject): SubjectOf<'gitops-project'> {
  const spec = object.root.get('spec');
  return subjectFrom(object, 'gitops-project', {
    everySource: someOf(spec.get('sourceRepos'), isEvery),
    everyDestination: someOf(spec.get('destinations'), isEveryPlace),
  });
}

/** Without a list nothing is allowed. What a list of denials takes away again is narrower than everything. */
function someOf(list: DataNode, allows: (one: DataNode) => boolean): Fact<boolean> {
  if (list.exists && !list.isList) return mistyped(list, 'a list');
  const entries = list.items();
  const open = entries.find(allows);
  if (!open || entries.some(isDenial)) return known(false, list.exists ? list.header : list.at);
  return known(true, open.at);
}

function isEvery(node: DataNode): boolean {
  return EVERY.has(node.text ?? '');
}

/** A cluster is allowed by its address or by its name. */
function isEveryPlace(node: DataNode): boolean {
  return (isEvery(node.get('server')) || isEvery(node.get('name'))) && isEvery(node.get('namespace'));
}

function isDenial(node: DataNode): boolean {
  return [node, node.get('server'), node.get('name'), node.get('namespace')].some(({ text }) =>
    text?.startsWith('!'),
  );
}
