import { valueOf, type BackupFacts, type Fact } from '../../../model/index.ts';
import { derive } from '../../resource/logic.ts';
import { byDefault, text } from '../../resource/part.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import { untold } from '../parts.ts';

const VAULTS = [
  {
    type: 'azurerm_recovery_services_vault',
    names: ['recovery_vault_name', 'recovery_vault_id'],
    redundancy: 'storage_mode_type',
  },
  {
    type: 'azurerm_data_protection_backup_vault',
    names: ['vault_id', 'vault_name'],
    redundancy: 'redundancy',
  },
] as const;

/** What the vault of a policy says of its copies. Azure encrypts all of them. */
export function vaultFacts(
  stack: Stack,
  policy: Resource,
): Pick<BackupFacts, 'offsite' | 'copyRegions' | 'encrypted' | 'immutable'> {
  const encrypted = byDefault(true, policy);
  const found = VAULTS.flatMap(({ type, names, redundancy }) =>
    names.flatMap((name) => {
      const value = policy.get(name);
      const vault =
        stack.target(value) ??
        stack.of(type).find((one) => {
          const own = one.get('name');
          return value?.kind === 'string' && own?.kind === 'string' && own.value === value.value;
        });
      return vault ? [{ vault, redundancy }] : [];
    }),
  )[0];
  if (!found) {
    const open = untold('the vault is not among the files', policy);
    return { offsite: open, copyRegions: open, encrypted, immutable: open };
  }
  const { vault, redundancy } = found;
  const mode = text(vault, redundancy);
  // Recovery Services vaults are geo-redundant unless they say otherwise.
  const offsite = mode ? derive(mode, (word) => word === 'GeoRedundant') : byDefault(true, vault);
  return {
    offsite,
    copyRegions:
      valueOf(offsite) === false
        ? derive(offsite, () => [])
        : untold('Azure keeps them in the paired region, whichever that is', vault),
    encrypted,
    immutable: immutableOf(vault),
  };
}

/** A lock that can be taken off again is none; soft delete keeps what is deleted for two weeks at most. */
function immutableOf(vault: Resource): Fact<boolean> {
  const immutability = text(vault, 'immutability');
  if (!immutability) return byDefault(false, vault);
  return valueOf(immutability) === 'Unlocked'
    ? untold('the immutability of the vault is not locked: some may be allowed to take it off', vault)
    : derive(immutability, (word) => word === 'Locked');
}
