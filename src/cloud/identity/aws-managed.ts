import type { SubjectOf } from '../../model/index.ts';
import type { Value } from '../resource/value.ts';
import { elementsOf, readableText } from '../resource/lists.ts';
import { byDefault, textOf, wayTo } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './aws-managed.json' with { type: 'json' };

/** The policy of AWS itself that allows everything, and is in no file. */
const ADMINISTRATOR = 'AdministratorAccess';
/** Templates may leave the partition open, which is `aws` or `aws-cn`: `arn:${AWS::Partition}:iam::…`. */
const ARN = /^arn:(?:aws(?:-\w+)*|\$\{[^{}]+\}):iam::aws:policy\/(.+)$/;

/** Where AWS' own policy for administrators is handed out. Its other policies name what they allow. */
export function awsAdministrators(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return Object.entries(table).flatMap(([type, attribute]) =>
    stack.of(type).flatMap((resource) => {
      const given = resource.get(attribute);
      const arn = given && elementsOf(given).find((each) => managedName(each, stack) === ADMINISTRATOR);
      if (!arn) return [];
      // What is no attachment is a subject already: a role of who may take it.
      const address = type.includes('_attachment') ? resource.address : `${resource.address}.${attribute}`;
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
    open: byDefault(false, resource),
  };
  return { system: 'aws-iam', on: 'identity', statements: [statement] };
}

/** The name of one of AWS' own policies, however it is referred to; the Serverless Application Model takes the name. */
function managedName(value: Value, stack: Stack): string | undefined {
  const target = stack.target(value);
  const policy = target?.type === 'data.aws_iam_policy' ? target : undefined;
  const name = policy?.get('name');
  const text = name ? textOf(name) : readableText(policy?.get('arn') ?? value);
  return text?.startsWith('arn:') ? ARN.exec(text)?.[1] : text;
}
