import { unknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { anyTrue, derive, least, unless } from '../resource/logic.ts';
import { bool, byDefault, number, partsOn, text } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** Attributes of a management policy's actions that delete. */
const DELETING: readonly (readonly [block: string, attribute: string])[] = [
  ['version', 'delete_after_days_since_creation'],
  ['base_blob', 'delete_after_days_since_modification_greater_than'],
  ['base_blob', 'delete_after_days_since_creation_greater_than'],
];

export function azureStores(stack: Stack): readonly SubjectOf<'object-store'>[] {
  const met = new Set<Resource>();
  const own = stack.of('azurerm_storage_account').map((account) =>
    stack.subject('object-store', account, {
      provider: 'azure',
      public: publicOf(stack, account, met),
      publicAccessBlocked: derive(publicAllowed(account) ?? byDefault(true, account), (allowed) => !allowed),
      // Azure Storage encrypts at rest always.
      encrypted: byDefault(true, account),
      tlsRequired:
        bool(account, 'https_traffic_only_enabled') ??
        bool(account, 'enable_https_traffic_only') ??
        byDefault(true, account),
      versioned:
        account.parts('blob_properties').flatMap((part) => bool(part, 'versioning_enabled') ?? [])[0] ??
        byDefault(false, account),
      retentionDays: least(deletions(stack, account)) ?? byDefault(null, account),
    }),
  );
  const others = stack.of('azurerm_storage_container').filter((container) => !met.has(container));
  return [...own, ...others.flatMap((container) => containerElsewhere(stack, container))];
}

/** A container that is open to all in an account that is not in the files: Azure refuses it where the account forbids such. */
function containerElsewhere(stack: Stack, container: Resource): readonly SubjectOf<'object-store'>[] {
  const opened = text(container, 'container_access_type');
  if (!opened || !isOpen(valueOf(opened))) return [];
  const untold = unknown('the storage account is not in the files', container.at, container.related);
  const facts = {
    provider: 'azure' as const,
    public: derive(opened, () => true),
    publicAccessBlocked: untold,
    encrypted: byDefault(true, container),
    tlsRequired: byDefault(null, container),
    versioned: untold,
    retentionDays: untold,
  };
  return [stack.subject('object-store', container, facts)];
}

function isOpen(accessType: string | undefined): boolean {
  return accessType === 'blob' || accessType === 'container';
}

/** A container that is open to all, in an account that allows such containers, as accounts do unless told not to. */
function publicOf(stack: Stack, account: Resource, met: Set<Resource>): Fact<boolean> {
  const containers = [
    ...stack.attached('azurerm_storage_container', 'storage_account_name', account, ['name']),
    ...stack.attached('azurerm_storage_container', 'storage_account_id', account),
  ];
  for (const container of containers) met.add(container);
  const open = containers.flatMap((container) => text(container, 'container_access_type') ?? []);
  const allowed = publicAllowed(account);
  const forbidden = allowed ? [derive(allowed, (value) => !value)] : [];
  const byContainer = open.map((type) => derive(type, isOpen));
  return unless(anyTrue(byContainer, byContainer[0] ?? byDefault(false, account)), forbidden);
}

/** The provider allows it unless told otherwise. */
function publicAllowed(account: Resource): Fact<boolean> | undefined {
  return bool(account, 'allow_nested_items_to_be_public') ?? bool(account, 'allow_blob_public_access');
}

function deletions(stack: Stack, account: Resource): readonly Fact<number>[] {
  const policies = stack.attached('azurerm_storage_management_policy', 'storage_account_id', account);
  return policies.flatMap((policy) =>
    DELETING.flatMap(([block, attribute]) =>
      partsOn(policy, ['rule', 'actions', block]).flatMap((part) => number(part, attribute) ?? []),
    ),
  );
}
