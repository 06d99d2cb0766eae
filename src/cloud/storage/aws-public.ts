import { isUnknown, known, unknown, valueOf, type Fact } from '../../model/index.ts';
import { allTrue, anyTrue, derive, unless } from '../resource/logic.ts';
import { bool, byDefault, partsOn, text, type Part } from '../resource/part.ts';
import { statementsOf } from '../resource/policy.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** `public-read` is `PublicRead` in CloudFormation. */
const PUBLIC_ACLS: ReadonlySet<string> = new Set(['publicread', 'publicreadwrite', 'authenticatedread']);
const PUBLIC_GROUPS = /\/(?:AllUsers|AuthenticatedUsers)$/;

/** The settings that block public access, as Terraform and CloudFormation call them. */
const BLOCKS = [
  ['block_public_acls', 'BlockPublicAcls'],
  ['block_public_policy', 'BlockPublicPolicy'],
  ['ignore_public_acls', 'IgnorePublicAcls'],
  ['restrict_public_buckets', 'RestrictPublicBuckets'],
] as const;

/** The resources beside a bucket that say one thing of it. */
export type About = (what: 'acl' | 'policy' | 'block') => readonly Resource[];

/** Anyone may read or write it, by its ACL or its policy, and no block prevents that. */
export function publicOf(stack: Stack, bucket: Resource, about: About): Fact<boolean> {
  const blocks = [...blocksOf(bucket, about), ...stack.of('aws_s3_account_public_access_block')];
  const blocked = (...names: readonly string[]): Fact<boolean>[] =>
    blocks.flatMap((block) =>
      names.flatMap(
        (name) => bool(block, name) ?? (block.uncertain === undefined ? [] : byDefault(false, block)),
      ),
    );
  const acls = [bucket, ...about('acl')].flatMap(aclGrants);
  const byAcl = anyTrue(acls, byDefault(false, bucket));
  const policies = [bucket, ...about('policy')].flatMap((holder) => policyGrants(stack, holder));
  const byPolicy = anyTrue(policies, byDefault(false, bucket));
  const open = [
    unless(byAcl, blocked('ignore_public_acls', 'block_public_acls', 'IgnorePublicAcls', 'BlockPublicAcls')),
    unless(
      byPolicy,
      blocked('restrict_public_buckets', 'block_public_policy', 'RestrictPublicBuckets', 'BlockPublicPolicy'),
    ),
  ];
  const closed = open.find(({ at }) => at !== bucket.at) ?? byDefault(false, bucket);
  return anyTrue(open, closed);
}

/**
 * AWS blocks public access to each new bucket since April 2023; to state some of the four settings is to turn the
 * others off.
 */
export function blockedOf(stack: Stack, bucket: Resource, about: About): Fact<boolean> {
  const own = blocksOf(bucket, about);
  const [block] = own;
  if (!block) return byDefault(true, bucket);
  const all = [...own, ...stack.of('aws_s3_account_public_access_block')];
  const settings = BLOCKS.map((names) => {
    const stated = all.flatMap((each) => names.flatMap((name) => bool(each, name) ?? []));
    return anyTrue(stated, stated[0] ?? missing(block, names));
  });
  return allTrue(settings, byDefault(true, block));
}

function missing(block: Part, [terraform, cloudFormation]: (typeof BLOCKS)[number]): Fact<boolean> {
  const fact = byDefault(false, block);
  if (isUnknown(fact.value)) return fact;
  const name = block.get('bucket') ? terraform : cloudFormation;
  return known(false, block.at, [
    { location: block.at, message: `${name} is not set here` },
    ...block.related,
  ]);
}

function blocksOf(bucket: Resource, about: About): readonly Part[] {
  return [...about('block'), ...bucket.parts('PublicAccessBlockConfiguration')];
}

function aclGrants(holder: Resource): readonly Fact<boolean>[] {
  const acl = text(holder, 'acl') ?? text(holder, 'AccessControl');
  const groups = [
    ...holder.parts('grant').flatMap((grant) => text(grant, 'uri') ?? []),
    ...partsOn(holder, ['access_control_policy', 'grant', 'grantee']).flatMap(
      (grantee) => text(grantee, 'uri') ?? [],
    ),
  ];
  return [
    ...(acl ? [derive(acl, (name) => PUBLIC_ACLS.has(name.replaceAll('-', '').toLowerCase()))] : []),
    ...groups.map((group) => derive(group, (uri) => PUBLIC_GROUPS.test(uri))),
  ];
}

/** Does a statement of the policy let anyone in? */
function policyGrants(stack: Stack, holder: Resource): readonly Fact<boolean>[] {
  const policy = holder.get('policy') ?? holder.get('PolicyDocument');
  if (!policy) return [];
  return statementsOf(policy, holder, stack).map(({ effect, open }) => {
    if (valueOf(effect) === 'deny') return derive(effect, () => false);
    return isUnknown(effect.value) ? unknown(effect.value.unknown, effect.at, effect.related) : open;
  });
}
