import { known, type SubjectOf } from '../../model/index.ts';
import { isLiteralSecret, takesSecret, SHORTEST_SECRET } from '../../secrets/index.ts';
import type { DataNode } from '../data-node.ts';

/** What PagerDuty and others call their keys. */
const KEYS = /^(?:routing|service|user|api)_?key$/i;

/** Keys, tokens and passwords of global settings and receivers that stand in the configuration as they are. */
export function credentialsOf(body: DataNode, router: string): readonly SubjectOf<'credential'>[] {
  const found: SubjectOf<'credential'>[] = [];
  const visit = (node: DataNode, owner: string): void => {
    for (const [key, child] of node.entries()) {
      const { text } = child;
      if (text === undefined) visit(child, owner);
      else if (
        (takesSecret(key) || KEYS.test(key)) &&
        !key.endsWith('_file') &&
        text.length >= SHORTEST_SECRET &&
        isLiteralSecret(text)
      )
        found.push(credential(child, `${key} of ${owner}`, `${router}/${owner}.${key}`));
    }
    for (const item of node.items()) visit(item, owner);
  };
  visit(body.get('global'), 'global');
  for (const receiver of body.get('receivers').items())
    visit(receiver, `receiver ${receiver.get('name').text ?? ''}`);
  return found;
}

function credential(node: DataNode, name: string, id: string): SubjectOf<'credential'> {
  const { at } = node;
  return {
    kind: 'credential',
    id,
    name,
    format: 'alertmanager',
    location: at,
    facts: { literal: known(true, at), shown: known(false, at) },
  };
}
