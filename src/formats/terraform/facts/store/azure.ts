import type { Fact, SubjectOf } from '../../../../model/index.ts';
import { anyTrue, derive, least, unless } from '../../read/logic.ts';
import { bool, byDefault, number, partsOn, text } from '../../read/part.ts';
import type { Resource, Stack } from '../../read/stack.ts';

/** Attributes of a management policy's actions that delete. */
const DELETING: readonly (readonly [block: string, attribute: string])[] = [
  ['version', 'delete_after_days_since_creation'],
  ['base_blob', 'delete_after_days_since_modification_greater_than'],
  ['base_blob', 'delete_after_days_since_creation_greater_than'],
];

export function azureStores(stack: Stack): readonly SubjectOf<'object-store'>[] {
  return stack.of('azurerm_storage_account').map((account) =>
    stack.subject('object-store', account, {
      provider: 'azure',
      public: publicOf(stack, account),
      // Azure Storage encrypts at rest always.
      encrypted: byDefault(true, account),
      versioned:
        account.parts('blob_properties').flatMap((part) => bool(part, 'versioning_enabled') ?? [])[0] ??
        byDefault(false, account),
      retentionDays: least(deletions(stack, account)) ?? byDefault(null, account),
    }),
  );
}

/** A container that is open to all, in an account that allows such containers, as accounts do unless told not to. */
function publicOf(stack: Stack, account: Resource): Fact<boolean> {
  const containers = [
    ...stack.attached('azurerm_storage_container', 'storage_account_name', account, ['name']),
    ...stack.attached('azurerm_storage_container', 'storage_account_id', account),
  ];
  const open = containers.flatMap((container) => text(container, 'container_access_type') ?? []);
  const allowed =
    bool(account, 'allow_nested_items_to_be_public') ?? bool(account, 'allow_blob_public_access');
  const forbidden = allowed ? [derive(allowed, (value) => !value)] : [];
  const byContainer = open.map((type) => derive(type, (word) => word !== 'private'));
  return unless(anyTrue(byContainer, byContainer[0] ?? byDefault(false, account)), forbidden);
}

function deletions(stack: Stack, account: Resource): readonly Fact<number>[] {
  const policies = stack.attached('azurerm_storage_management_policy', 'storage_account_id', account);
  return policies.flatMap((policy) =>
    DELETING.flatMap(([block, attribute]) =>
      partsOn(policy, ['rule', 'actions', block]).flatMap((part) => number(part, attribute) ?? []),
    ),
  );
}
