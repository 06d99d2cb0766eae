import { isUnknown, known, unknown, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { anyTrue, derive } from '../resource/logic.ts';
import { bool, byDefault, nothing, number, text } from '../resource/part.ts';
import { typesOf } from '../resource/rows.ts';
import { boolSetting, isSet } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { boolEntry, type Entry } from './entry.ts';
import vaultTable from './tables/key-vaults.json' with { type: 'json' };

const VAULTS = typesOf<{
  readonly purgeProtected: Entry;
  readonly softDelete: Entry;
  readonly private: Entry;
}>(vaultTable);

/** Attributes of AWS KMS keys; a key only rotates by itself when it is symmetric, and made and kept by KMS. */
const AWS_KEYS = [
  {
    type: 'aws_kms_key',
    enabled: 'is_enabled',
    rotates: 'enable_key_rotation',
    days: 'rotation_period_in_days',
    own: { customer_master_key_spec: 'SYMMETRIC_DEFAULT', key_usage: 'ENCRYPT_DECRYPT' },
    foreign: ['custom_key_store_id', 'xks_key_id'],
  },
  {
    type: 'AWS::KMS::Key',
    enabled: 'Enabled',
    rotates: 'EnableKeyRotation',
    days: 'RotationPeriodInDays',
    own: { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', Origin: 'AWS_KMS' },
    foreign: [],
  },
] as const;

/** A day of the calendar, or a policy that sets one. */
const EXPIRING = { on: ['expiration_date'], present: true, absent: false };
const AZURE_ENTRIES = [
  {
    type: 'azurerm_key_vault_key',
    expires: [EXPIRING, { on: ['rotation_policy', 'expire_after'], present: true, absent: false }],
  },
  { type: 'azurerm_key_vault_secret', expires: [EXPIRING] },
];

const SECONDS_A_DAY = 86_400;

/** Keys, and secrets of Azure's vaults. */
export function keys(stack: Stack): readonly SubjectOf<'key'>[] {
  const aws = AWS_KEYS.flatMap((names) =>
    stack.of(names.type).map((resource) => {
      const rotationDays = awsRotation(resource, names);
      const enabled = boolSetting(resource, { on: [names.enabled], absent: true });
      return stack.subject('key', resource, {
        provider: 'aws',
        rotationDays,
        expires: nothing(resource),
        enabled,
      });
    }),
  );
  const google = stack.of('google_kms_crypto_key').map((resource) => {
    const rotationDays = googleRotation(resource);
    const none = nothing(resource);
    return stack.subject('key', resource, { provider: 'gcp', rotationDays, expires: none, enabled: none });
  });
  const azure = AZURE_ENTRIES.flatMap(({ type, expires }) =>
    stack.of(type).map((resource) => {
      const facts = expires.map((setting) => boolSetting(resource, setting));
      return stack.subject('key', resource, {
        provider: 'azure',
        rotationDays: nothing(resource),
        expires: anyTrue(facts, facts[0] ?? byDefault(false, resource)),
        enabled: nothing(resource),
      });
    }),
  );
  return [...aws, ...google, ...azure];
}

/** Places for keys, of all clouds that let one shut them. */
export function keyVaults(stack: Stack): readonly SubjectOf<'key-vault'>[] {
  return VAULTS.flatMap(([name, type]) =>
    stack.of(name).map((resource) =>
      stack.subject('key-vault', resource, {
        provider: type.provider,
        purgeProtected: boolEntry(resource, type.purgeProtected),
        softDelete: boolEntry(resource, type.softDelete),
        public: derive(boolEntry(resource, type.private), (value) => !value),
      }),
    ),
  );
}

function awsRotation(resource: Resource, names: (typeof AWS_KEYS)[number]): Fact<number | null> {
  if (names.foreign.some((name) => isSet(resource, name))) return nothing(resource);
  for (const [name, wanted] of Object.entries(names.own)) {
    const stated = text(resource, name);
    if (stated && isUnknown(stated.value)) return unknown(stated.value.unknown, stated.at, stated.related);
    if (stated && stated.value !== wanted) return nothing(resource);
  }
  const rotates = boolSetting(resource, { on: [names.rotates], absent: false });
  if (isUnknown(rotates.value)) return unknown(rotates.value.unknown, rotates.at, rotates.related);
  if (!rotates.value) return derive(rotates, () => 0);
  return number(resource, names.days) ?? derive(rotates, () => 365);
}

/** Google writes `7776000s`. Keys that sign or decrypt with a pair do not rotate by themselves. */
function googleRotation(resource: Resource): Fact<number | null> {
  const purpose = text(resource, 'purpose');
  if (purpose && isUnknown(purpose.value)) return unknown(purpose.value.unknown, purpose.at, purpose.related);
  if (purpose && purpose.value !== 'ENCRYPT_DECRYPT') return nothing(resource);
  const imported = bool(resource, 'import_only');
  if (imported && valueOf(imported) !== false) return nothing(resource);
  const period = text(resource, 'rotation_period');
  if (!period) return byDefault(0, resource);
  if (isUnknown(period.value)) return unknown(period.value.unknown, period.at, period.related);
  const [, seconds] = /^(\d+(?:\.\d+)?)s$/.exec(period.value) ?? [];
  if (seconds === undefined)
    return unknown(`"${period.value}" is not a number of seconds like 7776000s`, period.at, period.related);
  return known(Number(seconds) / SECONDS_A_DAY, period.at, period.related);
}
