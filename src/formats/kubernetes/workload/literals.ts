import { known, type SubjectOf } from '../../../model/index.ts';
import { isLiteralSecret, takesSecret, SHORTEST_SECRET } from '../../../secrets/index.ts';
import { scalarText } from '../../data-node.ts';
import type { KubernetesObject } from '../object.ts';
import { podLists } from './kinds.ts';

/** What a later tool fills in. */
const FILLED_IN = /\$\{|\$\(|\{\{/;

export function isFilledIn(text: string): boolean {
  return FILLED_IN.test(text);
}

/** `DB_PASSWORD_VALUE` stands where the password will be put. */
function namesItself(text: string, name: string): boolean {
  const plain = (one: string): string => one.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(text).includes(plain(name));
}

/** Variables of containers that take a secret and have it written in the manifest. */
export function literalSecrets(object: KubernetesObject): readonly SubjectOf<'credential'>[] {
  return podLists(object)
    .flatMap((list) => list.items())
    .flatMap((container) => container.get('env').items())
    .flatMap((variable, index) => {
      const name = variable.get('name').text ?? '';
      const value = variable.get('value');
      const text = scalarText(value) ?? '';
      if (!takesSecret(name) || text.length < SHORTEST_SECRET) return [];
      if (isFilledIn(text) || namesItself(text, name) || !isLiteralSecret(text)) return [];
      return [
        {
          kind: 'credential' as const,
          id: `${object.id}/env.${name}${index === 0 ? '' : `[${index}]`}`,
          name: `${name} of ${object.kind} ${object.name}`,
          format: 'kubernetes',
          location: value.at,
          facts: { literal: known(true, value.at), shown: known(false, value.at) },
        },
      ];
    });
}
