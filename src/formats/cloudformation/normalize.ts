import { cloudSubjects } from '../../cloud/index.ts';
import type { Subject } from '../../model/index.ts';
import { distinctDiagnostics } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { stackCredentials } from './facts/credential.ts';
import { stackSubjects } from './facts/stack.ts';
import type { CloudFormationStack } from './cloudformation-stack.ts';
import { evaluateStacks } from './stacks.ts';

const KINDS: readonly ((stack: CloudFormationStack, context: FormatContext) => readonly Subject[])[] = [
  stackSubjects,
  cloudSubjects,
  stackCredentials,
];

/** Subjects of every template, once for each environment that a parameter file makes of it. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const stacks = evaluateStacks(documents, context);
  return {
    subjects: stacks.flatMap((stack) => KINDS.flatMap((subjectsOf) => subjectsOf(stack, context))),
    diagnostics: distinctDiagnostics(stacks.flatMap(({ template }) => template.runtime.diagnostics)),
  };
}
