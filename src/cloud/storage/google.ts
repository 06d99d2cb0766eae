import { unknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { anyTrue, derive, least, unless } from '../resource/logic.ts';
import { bool, byDefault, nothing, number, text } from '../resource/part.ts';
import { boolSetting } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { GOOGLE_ANYONE, googleBindings, googleMembers } from '../identity/google.ts';

const IAM = [
  'google_storage_bucket_iam_member',
  'google_storage_bucket_iam_binding',
  'google_storage_bucket_iam_policy',
];
/** Newest first; it was called by what it leaves out. */
const UNIFORM = [{ on: ['uniform_bucket_level_access'] }, { on: ['bucket_policy_only'], absent: false }];
const PUBLIC_ACLS: ReadonlySet<string> = new Set(['publicRead', 'publicReadWrite', 'authenticatedRead']);

export function googleStores(stack: Stack): readonly SubjectOf<'object-store'>[] {
  const met = new Set<Resource>();
  const own = stack.of('google_storage_bucket').map((bucket) =>
    stack.subject('object-store', bucket, {
      provider: 'gcp',
      public: publicOf(stack, bucket, met),
      publicAccessBlocked: blockedOf(bucket),
      // Cloud Storage encrypts at rest always.
      encrypted: byDefault(true, bucket),
      tlsRequired: nothing(bucket),
      minimumTls: nothing(bucket),
      networkLimited: nothing(bucket),
      versioned:
        bucket.parts('versioning').map((part) => bool(part, 'enabled') ?? byDefault(false, part))[0] ??
        byDefault(false, bucket),
      retentionDays: least(deletions(bucket)) ?? byDefault(null, bucket),
      storeName: text(bucket, 'name') ?? nothing(bucket),
      uniformAccess: boolSetting(bucket, UNIFORM),
    }),
  );
  const others = IAM.flatMap((type) => stack.of(type)).filter((binding) => !met.has(binding));
  return [...own, ...others.flatMap((binding) => storeElsewhere(stack, binding))];
}

/** A bucket that is not in the files, but is opened to all by what is. */
function storeElsewhere(stack: Stack, binding: Resource): readonly SubjectOf<'object-store'>[] {
  const opened = openedBy(stack, binding);
  if (valueOf(opened) !== true) return [];
  const untold = unknown('the bucket itself is not in the files', binding.at, binding.related);
  const encrypted = byDefault(true, binding);
  const facts = {
    provider: 'gcp' as const,
    public: opened,
    publicAccessBlocked: untold,
    encrypted,
    tlsRequired: nothing(binding),
    minimumTls: nothing(binding),
    networkLimited: nothing(binding),
    versioned: untold,
    retentionDays: untold,
    storeName: nothing(binding),
    uniformAccess: nothing(binding),
  };
  return [stack.subject('object-store', binding, facts)];
}

function publicOf(stack: Stack, bucket: Resource, met: Set<Resource>): Fact<boolean> {
  const about = (type: string): readonly Resource[] => stack.attached(type, 'bucket', bucket, ['name']);
  const bindings = IAM.flatMap(about);
  for (const binding of bindings) met.add(binding);
  const grants = [
    ...bindings.map((resource) => openedBy(stack, resource)),
    ...['google_storage_bucket_access_control', 'google_storage_default_object_access_control']
      .flatMap(about)
      .flatMap((resource) => text(resource, 'entity') ?? [])
      .map((entity) => derive(entity, (name) => GOOGLE_ANYONE.has(name))),
    ...about('google_storage_bucket_acl')
      .flatMap((resource) => text(resource, 'predefined_acl') ?? [])
      .map((acl) => derive(acl, (name) => PUBLIC_ACLS.has(name))),
  ];
  const prevented = [derive(blockedOf(bucket), (blocked) => blocked === true)];
  return unless(anyTrue(grants, grants[0] ?? byDefault(false, bucket)), prevented);
}

/** Does a binding, or a document with all of them, let anyone in? */
function openedBy(stack: Stack, resource: Resource): Fact<boolean> {
  const document = resource.get('policy_data');
  if (!document) return derive(googleMembers(resource), (members) => members.includes('*'));
  const bindings = googleBindings(stack, resource);
  if (!bindings) return unknown('the policy of the bucket is not known', document.at, resource.related);
  const grants = bindings.map((part) => derive(googleMembers(part), (members) => members.includes('*')));
  return anyTrue(grants, grants[0] ?? byDefault(false, resource));
}

/** What is inherited is for the organization to say. */
function blockedOf(bucket: Resource): Fact<boolean | null> {
  const prevention = text(bucket, 'public_access_prevention') ?? byDefault('inherited', bucket);
  return derive(prevention, (word) => (word === 'enforced' ? true : null));
}

/** Ages at which rules that delete apply. */
function deletions(bucket: Resource): readonly Fact<number>[] {
  return bucket.parts('lifecycle_rule').flatMap((rule) => {
    const deletes = rule.parts('action').some((action) => {
      const type = text(action, 'type');
      return type !== undefined && valueOf(type) === 'Delete';
    });
    const ages = rule
      .parts('condition')
      .flatMap((part) =>
        [number(part, 'age') ?? [], number(part, 'days_since_noncurrent_time') ?? []].flat(),
      );
    return deletes ? ages : [];
  });
}
