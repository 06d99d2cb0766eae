import type { Subject } from '../model/index.ts';
import { backups } from './backup/backup.ts';
import { databases } from './database/database.ts';
import { accessPolicies } from './identity/access-policy.ts';
import { networkRules } from './network/network-rule.ts';
import { nativeResources } from './resource/native.ts';
import type { Stack } from './resource/stack.ts';
import { objectStores } from './storage/object-store.ts';

const KINDS: readonly ((stack: Stack) => readonly Subject[])[] = [
  objectStores,
  databases,
  networkRules,
  accessPolicies,
  backups,
];

/** Everything that a stack's resources are, of all clouds. */
export function cloudSubjects(
  stack: Stack,
  { wantsResources = false }: { readonly wantsResources?: boolean } = {},
): readonly Subject[] {
  const kinds = wantsResources ? [...KINDS, nativeResources] : KINDS;
  return kinds.flatMap((subjectsOf) => subjectsOf(stack));
}
