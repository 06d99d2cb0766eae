import { cloudSubjects } from '../../cloud/index.ts';
import { stackCredentials } from './facts/stack/credential.ts';
import type { Subject } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { HclFile } from '../../syntax/hcl/index.ts';
import type { Archive } from '../../syntax/zip/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { accountBindings } from './facts/stack/account.ts';
import { branchProtections } from './facts/stack/branch-protection.ts';
import { codeDependencies } from './facts/stack/dependencies.ts';
import { gates } from './facts/stack/gate.ts';
import { stackSubjects } from './facts/stack/stack.ts';
import { stateBackends } from './facts/stack/state-backend.ts';
import { kubernetesBindings, kubernetesPolicies } from './facts/workload/access-policy.ts';
import { workloads } from './facts/workload/workload.ts';
import { handedDocuments } from './handed/handed.ts';
import { readPlanArchive } from './plan/binary/read.ts';
import { readPlanJson } from './plan/json/read.ts';
import { evaluateStacks } from './stacks.ts';
import type { TerraformStack } from './terraform-stack.ts';

const KINDS: readonly ((stack: TerraformStack, context: FormatContext) => readonly Subject[])[] = [
  cloudSubjects,
  stackSubjects,
  accountBindings,
  stateBackends,
  codeDependencies,
  stackCredentials,
  workloads,
  kubernetesPolicies,
  kubernetesBindings,
  gates,
  branchProtections,
];

/** Subjects of every root module, with what the modules it calls make, and of every plan. */
export function normalize(
  documents: readonly (HclFile | DataDocument | Archive)[],
  context: FormatContext,
): Normalized {
  const files = documents.filter((document) => 'body' in document);
  const read = [
    ...documents.filter((document) => 'value' in document).map(readPlanJson),
    ...documents.filter((document) => 'entries' in document).map(readPlanArchive),
  ];
  const plans = read.flatMap(({ plan }) => plan ?? []);
  const { stacks, diagnostics } = evaluateStacks(files, plans, context);
  return {
    subjects: stacks.flatMap((stack) => KINDS.flatMap((subjectsOf) => subjectsOf(stack, context))),
    diagnostics: [...read.flatMap((each) => each.diagnostics), ...diagnostics],
    handed: stacks.flatMap(handedDocuments),
  };
}
