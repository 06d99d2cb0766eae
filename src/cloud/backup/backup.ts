import type { SubjectOf } from '../../model/index.ts';
import type { Stack } from '../resource/stack.ts';
import { automated } from './automated.ts';
import { awsBackupPlans } from './aws/plan.ts';

const MAKERS: readonly ((stack: Stack) => readonly SubjectOf<'backup'>[])[] = [automated, awsBackupPlans];

/** What makes copies regularly: databases by themselves, and the plans and policies of all clouds. */
export function backups(stack: Stack): readonly SubjectOf<'backup'>[] {
  return MAKERS.flatMap((make) => make(stack));
}
