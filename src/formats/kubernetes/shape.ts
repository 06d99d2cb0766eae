import type { Diagnostic } from '../../source/index.ts';
import type { DataNode } from '../data-node.ts';
import type { KubernetesObject } from './object.ts';

/** Tells what of these lists could not be read, since it gives no subject that could be unknown. */
export function shapeProblems(
  { kind, name, path }: KubernetesObject,
  lists: readonly DataNode[],
): readonly Diagnostic[] {
  return lists.flatMap((list): readonly Diagnostic[] => {
    const code = 'kubernetes/shape';
    const level = 'warning';
    if (list.exists && !list.isList) {
      const message = `The ${list.label} of the ${kind} ${name} are no list.`;
      return [{ code, level, message, path, location: list.at }];
    }
    return list
      .items()
      .filter((item) => !item.isMap)
      .map((item) => {
        const message = `An entry in the ${list.label} of the ${kind} ${name} is no map.`;
        return { code, level, message, path, location: item.at };
      });
  });
}
