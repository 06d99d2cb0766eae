import type { AccessPolicyFacts } from '../../model/index.ts';
import type { Resource, Stack } from '../resource/stack.ts';

const IDENTITIES = /^(?:aws_iam_|aws_ssoadmin_|AWS::IAM::|AWS::SSO::|AWS::Serverless::)/;
/** File systems are reached from their own network only, as endpoints are: there their policies let everyone in by default. */
const ENDPOINTS = /vpc_?endpoint|_efs_|::EFS::/i;

/** What the policy in an attribute of a resource of AWS is the policy of. */
export function attachmentOf(stack: Stack, resource: Resource, attribute: string): AccessPolicyFacts['on'] {
  const { type } = resource;
  if (attribute.toLowerCase().startsWith('assume')) return 'trust';
  if (IDENTITIES.test(type)) return 'identity';
  if (/^(?:aws_s3_|AWS::S3::)/.test(type)) return 'bucket';
  if (/^(?:aws_iot_|AWS::IoT::)/.test(type)) return 'device';
  return ENDPOINTS.test(type) || isInNetwork(stack, resource) ? 'endpoint' : 'resource';
}

/** A search domain in a network of one's own, where security groups say who may. */
function isInNetwork(stack: Stack, resource: Resource): boolean {
  const domain = stack.target(resource.get('domain_name')) ?? resource;
  return domain.parts('vpc_options').length > 0 || domain.parts('VPCOptions').length > 0;
}
