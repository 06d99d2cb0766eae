import { known, unknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { anyTrue, derive, least, unless } from '../resource/logic.ts';
import { bool, byDefault, nothing, number, partsOn, text, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { tlsVersionOf } from '../resource/setting.ts';

/** Attributes of a management policy's actions that delete. */
const DELETING: readonly (readonly [block: string, attribute: string])[] = [
  ['version', 'delete_after_days_since_creation'],
  ['base_blob', 'delete_after_days_since_modification_greater_than'],
  ['base_blob', 'delete_after_days_since_creation_greater_than'],
];

const CONTAINER = 'azurerm_storage_container';
const NETWORK_RULES = 'azurerm_storage_account_network_rules';

export function azureStores(stack: Stack): readonly SubjectOf<'object-store'>[] {
  const met = new Set<Resource>();
  const own = stack.of('azurerm_storage_account').map((account) =>
    stack.subject('object-store', account, {
      provider: 'azure',
      public: publicOf(stack, account, met),
      publicAccessBlocked: derive(publicAllowed(account) ?? byDefault(true, account), (allowed) => !allowed),
      networkLimited: networkLimited(stack, account, met),
      // Azure Storage encrypts at rest always.
      encrypted: byDefault(true, account),
      tlsRequired:
        bool(account, 'https_traffic_only_enabled') ??
        bool(account, 'enable_https_traffic_only') ??
        byDefault(true, account),
      minimumTls: tlsVersionOf(text(account, 'min_tls_version') ?? byDefault('TLS1_2', account)),
      versioned:
        account.parts('blob_properties').flatMap((part) => bool(part, 'versioning_enabled') ?? [])[0] ??
        byDefault(false, account),
      retentionDays: least(deletions(stack, account)) ?? byDefault(null, account),
      storeName: text(account, 'name') ?? nothing(account),
      uniformAccess: nothing(account),
    }),
  );
  const others = [CONTAINER, NETWORK_RULES].flatMap((type) => stack.of(type));
  return [
    ...own,
    ...others.filter((other) => !met.has(other)).flatMap((other) => accountElsewhere(stack, other)),
  ];
}

/**
 * An account that is not in the files, but has a container that is open to all, which Azure refuses where the account
 * forbids such, or network rules that let everyone in.
 */
function accountElsewhere(stack: Stack, resource: Resource): readonly SubjectOf<'object-store'>[] {
  const access = text(resource, 'container_access_type');
  const opened = access && isOpen(valueOf(access)) ? derive(access, () => true) : undefined;
  const limited = limitedBy(resource);
  if (!opened && (!limited || valueOf(limited) !== false)) return [];
  const { at, related } = resource;
  const untold = unknown('the storage account is not in the files', at, related);
  const facts = {
    provider: 'azure' as const,
    public: opened ?? known(false, at, related),
    publicAccessBlocked: nothing(resource),
    networkLimited: limited ?? nothing(resource),
    encrypted: known(true, at, related),
    tlsRequired: nothing(resource),
    minimumTls: nothing(resource),
    versioned: untold,
    retentionDays: untold,
    storeName: nothing(resource),
    uniformAccess: nothing(resource),
  };
  return [stack.subject('object-store', resource, facts)];
}

/** Rules that allow by default let everyone in, whatever they name. */
function limitedBy(rules: Part): Fact<boolean> | undefined {
  const action = text(rules, 'default_action');
  return action && derive(action, (word) => word.toLowerCase() === 'deny');
}

function networkLimited(stack: Stack, account: Resource, met: Set<Resource>): Fact<boolean | null> {
  const beside = [
    ...stack.attached(NETWORK_RULES, 'storage_account_id', account),
    ...stack.attached(NETWORK_RULES, 'storage_account_name', account, ['name']),
  ];
  for (const rules of beside) met.add(rules);
  const [stated] = [...account.parts('network_rules'), ...beside].flatMap((rules) => limitedBy(rules) ?? []);
  return stated ?? nothing(account);
}

function isOpen(accessType: string | undefined): boolean {
  return accessType === 'blob' || accessType === 'container';
}

/** A container that is open to all, in an account that allows such containers, as accounts do unless told not to. */
function publicOf(stack: Stack, account: Resource, met: Set<Resource>): Fact<boolean> {
  const containers = [
    ...stack.attached(CONTAINER, 'storage_account_name', account, ['name']),
    ...stack.attached(CONTAINER, 'storage_account_id', account),
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
