import type { SubjectOf } from '../../model/index.ts';
import type { Part } from '../resource/part.ts';
import { statementsOf } from '../resource/policy.ts';
import type { Stack } from '../resource/stack.ts';
import table from './aws-policies.json' with { type: 'json' };

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = table;

export function awsPolicies(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return Object.entries(ATTRIBUTES).flatMap(([type, attributes]) =>
    stack.of(type).flatMap((resource) => {
      const several = attributes.length > 1;
      const own = attributes.flatMap((name) => policyIn(stack, resource, resource.address, name, several));
      const inline = resource
        .parts('inline_policy')
        .flatMap((part, index) =>
          policyIn(stack, part, `${resource.address}.inline_policy[${index}]`, 'policy', false),
        );
      return [...own, ...inline];
    }),
  );
}

function policyIn(
  stack: Stack,
  part: Part,
  address: string,
  name: string,
  several: boolean,
): readonly SubjectOf<'access-policy'>[] {
  const value = part.get(name);
  if (!value) return [];
  const statements = statementsOf(value, part, stack).map(
    ({ effect, actions, resources, principals, conditional }) => ({
      effect,
      actions,
      resources,
      principals,
      conditional,
    }),
  );
  const own = { address: several ? `${address}.${name}` : address, at: part.at };
  return [stack.subject('access-policy', own, { system: 'aws-iam', statements })];
}
