import type { SubjectOf } from '../../../../model/index.ts';
import type { Stack } from '../../read/stack.ts';
import { awsPolicies } from './aws.ts';
import { awsAdministrators } from './aws-managed.ts';
import { azurePolicies } from './azure.ts';
import { googlePolicies } from './google.ts';
import { kubernetesPolicies } from './kubernetes.ts';

/** What grants: IAM policies of identities and resources, role definitions and assignments, bindings. */
export function accessPolicies(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return [
    ...awsPolicies(stack),
    ...awsAdministrators(stack),
    ...azurePolicies(stack),
    ...googlePolicies(stack),
    ...kubernetesPolicies(stack),
  ];
}
