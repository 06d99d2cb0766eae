import type { SubjectOf } from '../../model/index.ts';
import { telemetryCredential } from '../../monitoring/index.ts';
import type { DataNode } from '../data-node.ts';
import type { Components } from './component.ts';

/** Levels of settings that are looked into; real ones have six. */
const DEEPEST = 24;

/** Keys, tokens and passwords in the settings of components, written out or taken from elsewhere. */
export function credentialsOf(
  components: Components,
  body: DataNode,
  collector: string,
): readonly SubjectOf<'credential'>[] {
  const found: SubjectOf<'credential'>[] = [];
  const visit = (node: DataNode, owner: string, path: string, depth: number): void => {
    if (depth > DEEPEST) return;
    for (const [key, child] of node.entries()) {
      const { text } = child;
      const id = `${path}.${key}`;
      if (text === undefined) visit(child, owner, id, depth + 1);
      else {
        const one = telemetryCredential({ key, owner, text, at: child.at, id, parent: node.label });
        if (one) found.push({ ...one, format: 'opentelemetry-collector' });
      }
    }
    for (const item of node.items()) visit(item, owner, `${path}.${item.label}`, depth + 1);
  };
  for (const some of Object.values(components))
    for (const { class: kind, id, node } of some.values())
      if (kind !== 'processor' && kind !== 'connector')
        visit(node, `${kind} ${id}`, `${collector}/${kind}/${id}`, 0);
  visit(body.get('service', 'telemetry'), 'telemetry', `${collector}/telemetry`, 0);
  return found;
}
