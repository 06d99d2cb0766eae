import type { Subject } from '../../model/index.ts';
import type { HclFile } from '../../syntax/hcl/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { accessPolicies } from './facts/access/access-policy.ts';
import { backups } from './facts/backup/backup.ts';
import { databases } from './facts/database/database.ts';
import { gates } from './facts/stack/gate.ts';
import { networkRules } from './facts/network/network-rule.ts';
import { objectStores } from './facts/store/object-store.ts';
import { stackSubjects } from './facts/stack/stack.ts';
import { stateBackends } from './facts/stack/state-backend.ts';
import { workloads } from './facts/workload/workload.ts';
import type { Stack } from './read/stack.ts';
import { evaluateStacks } from './stacks.ts';

const KINDS: readonly ((stack: Stack) => readonly Subject[])[] = [
  stackSubjects,
  stateBackends,
  objectStores,
  databases,
  networkRules,
  accessPolicies,
  backups,
  workloads,
  gates,
];

/** Subjects of every root module, with what the modules it calls make. */
export function normalize(files: readonly HclFile[], context: FormatContext): Normalized {
  const { stacks, diagnostics } = evaluateStacks(files, context);
  return {
    subjects: stacks.flatMap((stack) => KINDS.flatMap((subjectsOf) => subjectsOf(stack))),
    diagnostics,
  };
}
