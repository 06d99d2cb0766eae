import { isUnknown, known, unknown, valueOf, type Fact } from '../../model/index.ts';
import { elementsOf } from '../resource/lists.ts';
import { anyTrue, derive } from '../resource/logic.ts';
import { boolOf, byDefault, wayTo } from '../resource/part.ts';
import { statementsOf, type Statement } from '../resource/policy.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';

/** Policies of buckets, and where they name theirs. */
const POLICIES: readonly (readonly [type: string, bucket: string])[] = [
  ['aws_s3_bucket_policy', 'bucket'],
  ['AWS::S3::BucketPolicy', 'Bucket'],
];
const EVERYTHING: ReadonlySet<string> = new Set(['*', 's3:*']);

/**
 * S3 takes plain HTTP too, unless a policy refuses everyone who uses it; not known where a policy is for a bucket that is
 * not told. https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export function tlsRequiredOf(stack: Stack, bucket: Resource, policies: readonly Resource[]): Fact<boolean> {
  // A bucket of CloudFormation has no policy of its own.
  const holders = bucket.type.startsWith('AWS::') ? policies : [bucket, ...policies];
  const facts = holders.flatMap((holder) => {
    const policy = holder.get('policy') ?? holder.get('PolicyDocument');
    if (!policy) return [];
    const refusals = statementsOf(policy, holder, stack).map(refusesHttp);
    return [anyTrue(refusals, known(false, policy.at, wayTo(policy, holder)))];
  });
  const [first] = facts;
  if (first) return anyTrue(facts, first);
  const stray = POLICIES.flatMap(([type, name]) =>
    stack.of(type).filter((policy) => isOpen(policy.get(name))),
  )[0];
  return stray
    ? unknown(`it is not known which bucket ${stray.address} is for`, stray.at, stray.related)
    : byDefault(false, bucket);
}

function isOpen(value: Value | undefined): boolean {
  return value?.kind === 'unknown' && !value.reference;
}

function refusesHttp({ effect, actions, open, conditional, conditions }: Statement): Fact<boolean> {
  if (valueOf(effect) === 'allow') return derive(effect, () => false);
  for (const fact of [effect, actions, open])
    if (isUnknown(fact.value)) return unknown(fact.value.unknown, fact.at, fact.related);
  if (conditions.some(({ key }) => key === '?'))
    return unknown('a condition of its policy is not known', conditional.at, conditional.related);
  const [condition, second] = conditions;
  const plain =
    condition?.key.toLowerCase() === 'aws:securetransport' &&
    condition.values !== undefined &&
    elementsOf(condition.values).every((value) => boolOf(value) === false);
  const refuses =
    valueOf(open) === true &&
    (valueOf(actions) ?? []).some((action) => EVERYTHING.has(action)) &&
    plain &&
    second === undefined;
  return derive(conditional, () => refuses);
}
