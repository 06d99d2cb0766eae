import { cloudSubjects } from '../../cloud/index.ts';
import type { Subject } from '../../model/index.ts';
import type { Diagnostic } from '../../source/index.ts';
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
  const diagnostics = new Map<string, Diagnostic>();
  for (const diagnostic of stacks.flatMap(({ template }) => template.runtime.diagnostics)) {
    const { code, location, message } = diagnostic;
    diagnostics.set(`${code} ${location?.file.path} ${location?.span.start} ${message}`, diagnostic);
  }
  return {
    subjects: stacks.flatMap((stack) => KINDS.flatMap((subjectsOf) => subjectsOf(stack, context))),
    diagnostics: [...diagnostics.values()],
  };
}
