import {
  known,
  unknown,
  valueOf,
  type Fact,
  type ObjectStoreFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { derive, least } from '../resource/logic.ts';
import { bool, byDefault, nothing, number, partsOn, text, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { blockedOf, publicOf } from './aws-public.ts';
import { tlsRequiredOf } from './aws-tls.ts';

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
type Beside = (what: keyof typeof BESIDE) => readonly Resource[];

export function awsStores(stack: Stack): readonly SubjectOf<'object-store'>[] {
  const met = new Set<Resource>();
  const own = BUCKETS.flatMap((type) => stack.of(type)).map((bucket) => {
    const about: Beside = (what) => {
      const found = BESIDE[what].flatMap((beside) =>
        stack.attached(beside.type, beside.bucket, bucket, ['bucket', 'BucketName']),
      );
      for (const resource of found) met.add(resource);
      return found;
    };
    return stack.subject('object-store', bucket, {
      provider: 'aws',
      public: publicOf(stack, bucket, about),
      publicAccessBlocked: blockedOf(stack, bucket, about),
      tlsRequired: tlsRequiredOf(stack, bucket, about('policy')),
      minimumTls: nothing(bucket),
      networkLimited: nothing(bucket),
      encrypted: encryptedOf(bucket, about),
      versioned: versionedOf(bucket, about),
      retentionDays: retentionOf(bucket, about),
      storeName: text(bucket, 'bucket') ?? text(bucket, 'BucketName') ?? nothing(bucket),
      uniformAccess: nothing(bucket),
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
  const about: Beside = (what) =>
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
      publicAccessBlocked: untold,
      tlsRequired: nothing(grant),
      minimumTls: nothing(grant),
      networkLimited: nothing(grant),
      encrypted: known(true, grant.at, grant.related),
      versioned: untold,
      retentionDays: untold,
      storeName: nothing(grant),
      uniformAccess: nothing(grant),
    }),
  ];
}

const ENCRYPTION: readonly (readonly string[])[] = [
  ['rule', 'apply_server_side_encryption_by_default'],
  ['server_side_encryption_configuration', 'rule', 'apply_server_side_encryption_by_default'],
  ['BucketEncryption', 'ServerSideEncryptionConfiguration', 'ServerSideEncryptionByDefault'],
];

/** S3 encrypts every object by itself since January 2023, and nothing turns that off: a configuration only chooses the key. */
function encryptedOf(bucket: Resource, about: Beside): Fact<boolean> {
  const [chosen] = [...about('encryption'), bucket]
    .flatMap((holder) => ENCRYPTION.flatMap((way) => partsOn(holder, way)))
    .flatMap((part) => text(part, 'sse_algorithm') ?? text(part, 'SSEAlgorithm') ?? []);
  return chosen ? known(true, chosen.at, chosen.related) : known(true, bucket.at, bucket.related);
}

function versionedOf(bucket: Resource, about: Beside): Fact<boolean> {
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

function retentionOf(bucket: Resource, about: Beside): ObjectStoreFacts['retentionDays'] {
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
