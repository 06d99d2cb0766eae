import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type Fact,
  type ObjectStoreFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { anyTrue, derive, least, unless } from '../resource/logic.ts';
import { bool, byDefault, number, partsOn, text, type Part } from '../resource/part.ts';
import { statementsOf } from '../resource/policy.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** `public-read` is `PublicRead` in CloudFormation. */
const PUBLIC_ACLS: ReadonlySet<string> = new Set(['publicread', 'publicreadwrite', 'authenticatedread']);
const PUBLIC_GROUPS = /\/(?:AllUsers|AuthenticatedUsers)$/;
/** Conditions on these keep nobody out. */
const HARMLESS_KEYS: ReadonlySet<string> = new Set([
  'aws:securetransport',
  'aws:referer',
  'aws:useragent',
  's3:tlsversion',
]);

/**
 * Terraform says most of a bucket in resources of their own, CloudFormation in the bucket itself. Their words never
 * stand in one resource, so that each is looked for by both.
 */
const BUCKETS: readonly string[] = ['aws_s3_bucket', 'AWS::S3::Bucket'];
const BESIDE = {
  acl: [{ type: 'aws_s3_bucket_acl', bucket: 'bucket' }],
  policy: [
    { type: 'aws_s3_bucket_policy', bucket: 'bucket' },
    { type: 'AWS::S3::BucketPolicy', bucket: 'Bucket' },
  ],
  block: [{ type: 'aws_s3_bucket_public_access_block', bucket: 'bucket' }],
  encryption: [{ type: 'aws_s3_bucket_server_side_encryption_configuration', bucket: 'bucket' }],
  versioning: [{ type: 'aws_s3_bucket_versioning', bucket: 'bucket' }],
  lifecycle: [{ type: 'aws_s3_bucket_lifecycle_configuration', bucket: 'bucket' }],
} as const;

/** The resources beside a bucket that say one thing of it. */
type About = (what: keyof typeof BESIDE) => readonly Resource[];

export function awsStores(stack: Stack): readonly SubjectOf<'object-store'>[] {
  const met = new Set<Resource>();
  const own = BUCKETS.flatMap((type) => stack.of(type)).map((bucket) => {
    const about: About = (what) => {
      const found = BESIDE[what].flatMap((beside) =>
        stack.attached(beside.type, beside.bucket, bucket, ['bucket', 'BucketName']),
      );
      for (const resource of found) met.add(resource);
      return found;
    };
    return stack.subject('object-store', bucket, {
      provider: 'aws',
      public: publicOf(stack, bucket, about),
      encrypted: encryptedOf(bucket, about),
      versioned: versionedOf(bucket, about),
      retentionDays: retentionOf(bucket, about),
    });
  });
  const others = [...BESIDE.acl, ...BESIDE.policy].flatMap(({ type }) => stack.of(type));
  return [
    ...own,
    ...others.filter((grant) => !met.has(grant)).flatMap((grant) => storeElsewhere(stack, grant)),
  ];
}

/** A bucket that is not in the files, but is opened to all by what is. */
function storeElsewhere(stack: Stack, grant: Resource): readonly SubjectOf<'object-store'>[] {
  const about: About = (what) =>
    what === 'block'
      ? BESIDE.block.flatMap(({ type, bucket }) => stack.sharing(type, bucket, grant.get(bucket)))
      : [];
  const opened = publicOf(stack, grant, about);
  if (valueOf(opened) !== true) return [];
  const untold = unknown('the bucket itself is not in the files', grant.at, grant.related);
  return [
    stack.subject('object-store', grant, {
      provider: 'aws',
      public: opened,
      encrypted: known(true, grant.at, grant.related),
      versioned: untold,
      retentionDays: untold,
    }),
  ];
}

function publicOf(stack: Stack, bucket: Resource, about: About): Fact<boolean> {
  const blocks = [
    ...about('block'),
    ...bucket.parts('PublicAccessBlockConfiguration'),
    ...stack.of('aws_s3_account_public_access_block'),
  ];
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
  return statementsOf(policy, holder, stack).map(({ effect, principals, conditionKeys }) => {
    if (valueOf(effect) === 'deny') return derive(effect, () => false);
    if (isUnknown(effect.value)) return unknown(effect.value.unknown, effect.at, effect.related);
    const limited = conditionKeys.some((key) => !HARMLESS_KEYS.has(key.toLowerCase()));
    return derive(
      principals,
      (list) => !limited && list.some((who) => who === '*' || who === 'arn:aws:iam::*:root'),
    );
  });
}

const ENCRYPTION: readonly (readonly string[])[] = [
  ['rule', 'apply_server_side_encryption_by_default'],
  ['server_side_encryption_configuration', 'rule', 'apply_server_side_encryption_by_default'],
  ['BucketEncryption', 'ServerSideEncryptionConfiguration', 'ServerSideEncryptionByDefault'],
];

/** S3 encrypts every object by itself since January 2023, and nothing turns that off: a configuration only chooses the key. */
function encryptedOf(bucket: Resource, about: About): Fact<boolean> {
  const [chosen] = [...about('encryption'), bucket]
    .flatMap((holder) => ENCRYPTION.flatMap((way) => partsOn(holder, way)))
    .flatMap((part) => text(part, 'sse_algorithm') ?? text(part, 'SSEAlgorithm') ?? []);
  return chosen ? known(true, chosen.at, chosen.related) : known(true, bucket.at, bucket.related);
}

function versionedOf(bucket: Resource, about: About): Fact<boolean> {
  const stated = [
    ...about('versioning').flatMap((versioning) =>
      versioning.parts('versioning_configuration').flatMap((part) => {
        const status = text({ ...part, ...uncertainty(versioning) }, 'status');
        return status ? [derive(status, isEnabled)] : [];
      }),
    ),
    ...bucket
      .parts('VersioningConfiguration')
      .map((part) => derive(text(part, 'Status') ?? byDefault('', part), isEnabled)),
    ...bucket.parts('versioning').map((part) => bool(part, 'enabled') ?? byDefault(false, part)),
  ];
  return stated[0] ?? byDefault(false, bucket);
}

function isEnabled(status: string): boolean {
  return status === 'Enabled';
}

function uncertainty(part: Part): Pick<Part, 'uncertain'> {
  return part.uncertain === undefined ? {} : { uncertain: part.uncertain };
}

function retentionOf(bucket: Resource, about: About): ObjectStoreFacts['retentionDays'] {
  const rules = [
    ...about('lifecycle')
      .flatMap((holder) => holder.parts('rule'))
      .filter((rule) => isOn(text(rule, 'status'), 'Disabled')),
    ...partsOn(bucket, ['LifecycleConfiguration', 'Rules']).filter((rule) =>
      isOn(text(rule, 'Status'), 'Disabled'),
    ),
    ...bucket.parts('lifecycle_rule').filter((rule) => isOn(bool(rule, 'enabled'), false)),
  ];
  const days = rules.flatMap((rule) => [
    ...rule
      .parts('noncurrent_version_expiration')
      .flatMap((part) => number(part, 'noncurrent_days') ?? number(part, 'days') ?? []),
    ...rule.parts('expiration').flatMap((part) => number(part, 'days') ?? []),
    ...rule.parts('NoncurrentVersionExpiration').flatMap((part) => number(part, 'NoncurrentDays') ?? []),
    ...['NoncurrentVersionExpirationInDays', 'ExpirationInDays'].flatMap((name) => number(rule, name) ?? []),
  ]);
  return least(days) ?? byDefault(null, bucket);
}

function isOn<T>(fact: Fact<T> | undefined, off: T): boolean {
  return fact === undefined || valueOf(fact) !== off;
}
