import { known, type SubjectOf } from '../../../model/index.ts';
import {
  assignedSecrets,
  isLiteralSecret,
  shapedSecrets,
  takesSecret,
  SHORTEST_SECRET,
} from '../../../secrets/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import type { KubernetesObject } from '../object.ts';
import { isFilledIn } from '../workload/literals.ts';

/** Longer ones are files, of which one looks at the beginning. */
const LONGEST = 20_000;

/** Secrets that a Secret or a ConfigMap has written in it, encoded or not, each at its value. */
export function keptSecrets(object: KubernetesObject): readonly SubjectOf<'credential'>[] {
  const { group, kind, root } = object;
  // What SOPS has been over is encrypted.
  if (group !== '' || (kind !== 'Secret' && kind !== 'ConfigMap') || root.get('sops').exists) return [];
  const parts = kind === 'Secret' ? ['stringData', 'data'] : ['data'];
  return parts.flatMap((part) =>
    root
      .get(part)
      .entries()
      .flatMap(([key, node]) => {
        const written = scalarText(node) ?? '';
        const text = kind === 'Secret' && part === 'data' ? decoded(written) : written;
        const what = secretIn(key, text.slice(0, LONGEST));
        return what === undefined ? [] : [credential(object, part, key, what, node)];
      }),
  );
}

/** What the secret is called: the entry itself, what its text gives a variable, or what it can only be. */
function secretIn(key: string, text: string): string | undefined {
  if (text.length < SHORTEST_SECRET || isFilledIn(text) || text.startsWith('ENC[')) return undefined;
  if (!text.includes('\n') && takesSecret(key) && isLiteralSecret(text)) return key;
  const [found] = [...assignedSecrets(text), ...shapedSecrets(text)];
  return found && `${found.what} in ${key}`;
}

/** What Base64 stands for; nothing where that is no text, as of keystores. */
function decoded(written: string): string {
  if (!/^[\w+/=\s-]+$/.test(written)) return '';
  const text = Buffer.from(written.slice(0, 2 * LONGEST), 'base64').toString('utf8');
  return /^[\P{Cc}\s]*$/u.test(text) && !text.includes('\uFFFD') ? text : '';
}

function credential(
  { id, kind, name, environment }: KubernetesObject,
  part: string,
  key: string,
  what: string,
  node: DataNode,
): SubjectOf<'credential'> {
  return {
    kind: 'credential',
    id: `${id}/${part}.${key}`,
    name: `${what} of ${kind} ${name}`,
    format: 'kubernetes',
    ...(environment !== undefined && { environment }),
    location: node.at,
    facts: { literal: known(true, node.at), shown: known(false, node.at) },
  };
}
