import { valueOf, type Fact, type SubjectOf } from '../../../../model/index.ts';
import { anyTrue, derive, least, unless } from '../../read/logic.ts';
import { bool, byDefault, number, text } from '../../read/part.ts';
import type { Resource, Stack } from '../../read/stack.ts';
import { googleMembers } from '../access/google.ts';

const PUBLIC_ENTITIES: ReadonlySet<string> = new Set(['allUsers', 'allAuthenticatedUsers']);
const PUBLIC_ACLS: ReadonlySet<string> = new Set(['publicRead', 'publicReadWrite', 'authenticatedRead']);

export function googleStores(stack: Stack): readonly SubjectOf<'object-store'>[] {
  return stack.of('google_storage_bucket').map((bucket) =>
    stack.subject('object-store', bucket, {
      provider: 'gcp',
      public: publicOf(stack, bucket),
      // Cloud Storage encrypts at rest always.
      encrypted: byDefault(true, bucket),
      versioned:
        bucket.parts('versioning').map((part) => bool(part, 'enabled') ?? byDefault(false, part))[0] ??
        byDefault(false, bucket),
      retentionDays: least(deletions(bucket)) ?? byDefault(null, bucket),
    }),
  );
}

function publicOf(stack: Stack, bucket: Resource): Fact<boolean> {
  const about = (type: string): readonly Resource[] => stack.attached(type, 'bucket', bucket, ['name']);
  const grants = [
    ...['google_storage_bucket_iam_member', 'google_storage_bucket_iam_binding']
      .flatMap(about)
      .map((resource) => derive(googleMembers(resource), (members) => members.includes('*'))),
    ...['google_storage_bucket_access_control', 'google_storage_default_object_access_control']
      .flatMap(about)
      .flatMap((resource) => text(resource, 'entity') ?? [])
      .map((entity) => derive(entity, (name) => PUBLIC_ENTITIES.has(name))),
    ...about('google_storage_bucket_acl')
      .flatMap((resource) => text(resource, 'predefined_acl') ?? [])
      .map((acl) => derive(acl, (name) => PUBLIC_ACLS.has(name))),
  ];
  const prevention = text(bucket, 'public_access_prevention');
  const prevented = prevention ? [derive(prevention, (word) => word === 'enforced')] : [];
  return unless(anyTrue(grants, grants[0] ?? byDefault(false, bucket)), prevented);
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
