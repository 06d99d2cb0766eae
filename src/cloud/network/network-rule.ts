import type { SubjectOf } from '../../model/index.ts';
import type { Stack } from '../resource/stack.ts';
import { awsRules } from './aws/aws.ts';
import { azureRules } from './azure.ts';
import { databaseFirewallRules } from './database-firewall.ts';
import { googleRules } from './google.ts';

/** Each permission of a security group, network ACL or firewall. */
export function networkRules(stack: Stack): readonly SubjectOf<'network-rule'>[] {
  return [...awsRules(stack), ...azureRules(stack), ...googleRules(stack), ...databaseFirewallRules(stack)];
}
