import type { Value } from '../../../cloud/index.ts';
import type { Declared } from '../evaluate/resource.ts';
import { entriesOf, itemsOf, list, made, object, text, textOf } from './make.ts';
import { templateDocument } from './policy-templates.ts';
import { tagsOf } from './tags.ts';

const MANAGED = 'arn:aws:iam::aws:policy/';

/** The role that SAM makes for a function or state machine which names none. */
export function roleOf(declared: Declared, service: string): Declared {
  const { address, at, properties } = declared;
  const policies = itemsOf(properties.get('Policies'));
  const place = properties.get('Policies')?.at ?? at;
  const documents = policies.flatMap((policy) =>
    entriesOf(policy).has('Statement') ? [policy] : (templateDocument(policy) ?? []),
  );
  const role = made(declared, `${address}Role`, 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: properties.get('AssumeRolePolicyDocument') ?? trust(declared, service),
    ManagedPolicyArns: list(place, [...defaultPolicies(declared, service), ...policies.flatMap(managed)]),
    Policies: list(
      place,
      documents.map((document, index) =>
        object(document.at, {
          PolicyName: text(document.at, `${address}RolePolicy${index}`),
          PolicyDocument: document,
        }),
      ),
    ),
    PermissionsBoundary: properties.get('PermissionsBoundary'),
    Path: properties.get('RolePath'),
    Tags: tagsOf(properties.get('Tags')),
  });
  return role;
}

function trust({ at }: Declared, service: string): Value {
  const statement = object(at, {
    Effect: text(at, 'Allow'),
    Action: list(at, [text(at, 'sts:AssumeRole')]),
    Principal: object(at, { Service: list(at, [text(at, service)]) }),
  });
  return object(at, { Version: text(at, '2012-10-17'), Statement: list(at, [statement]) });
}

function defaultPolicies({ at, properties }: Declared, service: string): readonly Value[] {
  if (service !== 'lambda.amazonaws.com') return [];
  const names = ['service-role/AWSLambdaBasicExecutionRole'];
  if (properties.has('VpcConfig')) names.push('service-role/AWSLambdaVPCAccessExecutionRole');
  if (textOf(properties.get('Tracing')) === 'Active') names.push('AWSXRayDaemonWriteAccess');
  return names.map((name) => text(at, `${MANAGED}${name}`));
}

/** A managed policy by ARN, or by AWS' name of it; SAM's templates are maps, and none. */
function managed(policy: Value): readonly Value[] {
  if (policy.kind === 'unknown') return [policy];
  const name = textOf(policy);
  if (policy.kind !== 'string' || name === undefined) return [];
  return [name.startsWith('arn:') ? policy : { ...policy, value: `${MANAGED}${name}` }];
}
