import type { SubjectOf } from '../../model/index.ts';
import type { Stack } from '../resource/stack.ts';
import { awsPolicies } from './aws.ts';
import { awsFunctionPermissions } from './aws-functions.ts';
import { awsAdministrators } from './aws-managed.ts';
import { azurePolicies } from './azure.ts';
import { googlePolicies } from './google.ts';

/** What grants: IAM policies of identities and resources, role definitions and assignments of the clouds. */
export function accessPolicies(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return [
    ...awsPolicies(stack),
    ...awsFunctionPermissions(stack),
    ...awsAdministrators(stack),
    ...azurePolicies(stack),
    ...googlePolicies(stack),
  ];
}
