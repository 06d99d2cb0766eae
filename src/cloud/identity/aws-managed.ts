import type { SubjectOf } from '../../model/index.ts';
import type { Value } from '../resource/value.ts';
import { elementsOf } from '../resource/lists.ts';
import { byDefault, textOf, wayTo } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './aws-managed.json' with { type: 'json' };

/** The policy of AWS itself that allows everything, and is in no file. */
const ADMINISTRATOR = 'AdministratorAccess';
const ARN = /^arn:aws(?:-\w+)*:iam::aws:policy\/(.+)$/;

/** Where AWS' own policy for administrators is handed out. Its other policies name what they allow. */
export function awsAdministrators(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return Object.entries(table).flatMap(([type, attribute]) =>
    stack.of(type).flatMap((resource) => {
      const given = resource.get(attribute);
      const arn = given && elementsOf(given).find((each) => managedName(each, stack) === ADMINISTRATOR);
      if (!arn) return [];
      // A role is a subject already: of who may take it.
      const address = type === 'aws_iam_role' ? `${resource.address}.${attribute}` : resource.address;
      return stack.subject('access-policy', { address, at: resource.at }, factsOf(arn, resource));
    }),
  );
}

function factsOf(arn: Value, resource: Resource): SubjectOf<'access-policy'>['facts'] {
  const place = { ...resource, at: arn.at, related: wayTo(arn, resource) };
  const statement = {
    effect: byDefault('allow' as const, resource),
    actions: byDefault([ADMINISTRATOR, '*'], place),
    resources: byDefault(['*'], place),
    principals: byDefault([], resource),
    conditional: byDefault(false, resource),
  };
  return { system: 'aws-iam', statements: [statement] };
}

/** The name of one of AWS' own policies, however it is referred to. */
function managedName(value: Value, stack: Stack): string | undefined {
  const target = stack.target(value);
  const text = textOf(target?.type === 'data.aws_iam_policy' ? (target.get('arn') ?? value) : value);
  if (text !== undefined) return ARN.exec(text)?.[1];
  const name = target?.type === 'data.aws_iam_policy' ? target.get('name') : undefined;
  return name && textOf(name);
}
