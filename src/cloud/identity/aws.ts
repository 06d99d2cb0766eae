import type { AccessPolicyFacts, SubjectOf } from '../../model/index.ts';
import { elementsOf } from '../resource/lists.ts';
import type { Part } from '../resource/part.ts';
import { documentStatements, statementsOf, type Statement } from '../resource/policy.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';
import { attachmentOf } from './attachment.ts';
import table from './aws-policies.json' with { type: 'json' };
import { loosePolicies } from './loose.ts';

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = table;

/** Where policies are written into what holds them, and what the entries call them. */
const INLINE: readonly (readonly [list: string, policy: string])[] = [
  ['inline_policy', 'policy'],
  ['Policies', 'PolicyDocument'],
];

export function awsPolicies(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return Object.entries(ATTRIBUTES)
    .flatMap(([type, attributes]) =>
      stack
        .of(type)
        .flatMap((resource) => [
          ...attributes.flatMap((name) => policyIn(stack, resource, resource, resource.address, name)),
          ...INLINE.flatMap(([list, name]) =>
            resource
              .parts(list)
              .flatMap((part, index) =>
                policyIn(stack, resource, part, `${resource.address}.${list}[${index}]`, name),
              ),
          ),
          ...serverlessPolicies(stack, resource),
        ]),
    )
    .concat(
      loosePolicies(stack).map((document) =>
        subjectOf(stack, document, documentStatements(document, stack), 'identity'),
      ),
    );
}

/** What the Serverless Application Model writes where IAM has a named policy: the document itself. */
function serverlessPolicies(stack: Stack, resource: Resource): readonly SubjectOf<'access-policy'>[] {
  const policies = resource.type.startsWith('AWS::Serverless::') ? resource.get('Policies') : undefined;
  const documents = (policies ? elementsOf(policies) : []).filter(
    (each) => each.kind === 'object' && each.entries.has('Statement'),
  );
  return documents.map((document, index) => {
    const address = `${resource.address}.Policies[${index}]`;
    return policySubject(stack, { address, at: document.at }, document, resource, 'identity');
  });
}

function policyIn(
  stack: Stack,
  resource: Resource,
  part: Part,
  address: string,
  name: string,
): readonly SubjectOf<'access-policy'>[] {
  const value = part.get(name);
  const on = attachmentOf(stack, resource, name);
  return value ? [policySubject(stack, { address, at: part.at }, value, part, on)] : [];
}

function policySubject(
  stack: Stack,
  own: Pick<Resource, 'address' | 'at'>,
  value: Value,
  part: Part,
  on: AccessPolicyFacts['on'],
): SubjectOf<'access-policy'> {
  return subjectOf(stack, own, statementsOf(value, part, stack), on);
}

function subjectOf(
  stack: Stack,
  own: Pick<Resource, 'address' | 'at'>,
  read: readonly Statement[],
  on: AccessPolicyFacts['on'],
): SubjectOf<'access-policy'> {
  const statements = read.map(({ effect, actions, resources, principals, conditional, open, inverted }) => ({
    effect,
    actions,
    resources,
    principals,
    conditional,
    open,
    ...(inverted && { inverted }),
  }));
  return stack.subject('access-policy', own, { system: 'aws-iam', on, statements });
}
