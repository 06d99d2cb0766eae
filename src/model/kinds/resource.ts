import type { Native } from '../fact.ts';

/**
 * A resource of Terraform or CloudFormation, or an object of Kubernetes, as it is written and evaluated: for policies of
 * one's own, where no other kind has the fact. Given only when a policy asks for it.
 */
export interface ResourceFacts {
  /** `aws_sqs_queue`, `AWS::SQS::Queue`, `apps/v1/Deployment`; data sources `data.aws_ami`. */
  readonly type: string;
  /** Its attributes and blocks; blocks are lists. What is not known is `{"unknown": reason}`. */
  readonly native: Native;
}
