import { known, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { isLiteralSecret, takesSecret, SHORTEST_SECRET } from '../../secrets/index.ts';
import type { Service } from './read/services.ts';
import type { Variables } from './read/variables.ts';

/** What a later tool fills in. */
const FILLED_IN = /\$\{|\$\(|\{\{/;

/** `DB_PASSWORD_VALUE` stands where the password will be put. */
function namesItself(text: string, name: string): boolean {
  const plain = (one: string): string => one.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(text).includes(plain(name));
}

/**
 * Variables of a service, or of its build, that take a secret, and whether it is written beside them: also as what they
 * are when nobody sets them. One that `.env` holds may be kept out of the repository.
 */
export function credentialsOf(
  service: Service,
  id: string,
  variables: Variables,
): readonly SubjectOf<'credential'>[] {
  const { all, name: serviceName } = service;
  const assigned = [...all.get('environment').assignments(), ...all.get('build', 'args').assignments()];
  return assigned.flatMap(({ name, node, written }) => {
    if (!takesSecret(name)) return [];
    const literal = isLiteral(name, written, node.at, variables);
    if (!literal) return [];
    return [
      {
        kind: 'credential' as const,
        id: `${id}/environment.${name}`,
        name: `${name} of service ${serviceName}`,
        format: 'compose',
        location: node.at,
        facts: { literal, shown: known(false, node.at) },
      },
    ];
  });
}

/** Undefined for what is no secret: empty, a placeholder, a switch. */
function isLiteral(
  name: string,
  written: string | undefined,
  at: Location,
  variables: Variables,
): Fact<boolean> | undefined {
  const value = written === undefined ? undefined : variables.fill(written);
  // It comes from outside.
  if (written === undefined || !value || 'missing' in value) return known(false, at);
  if (value.text.length < SHORTEST_SECRET || FILLED_IN.test(value.text)) return undefined;
  if (namesItself(value.text, name) || !isLiteralSecret(value.text)) return undefined;
  const entry = variables.sourceOf(written);
  return entry
    ? unknown(`it stands in \`${entry.at.file.path}\`, which may be kept out of the repository`, at)
    : known(true, at);
}
