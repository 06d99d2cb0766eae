import type { SubjectOf } from '../../model/index.ts';
import type { Stack } from '../resource/stack.ts';
import { automated } from './automated.ts';
import { lifecyclePolicies } from './aws/lifecycle.ts';
import { awsBackupPlans } from './aws/plan.ts';
import { serviceBackups } from './aws/services.ts';
import { azurePolicies, cosmosBackups } from './azure/policies.ts';
import { googlePlans } from './google/plans.ts';
import { googleSchedules } from './google/schedules.ts';

const MAKERS: readonly ((stack: Stack) => readonly SubjectOf<'backup'>[])[] = [
  automated,
  awsBackupPlans,
  lifecyclePolicies,
  serviceBackups,
  azurePolicies,
  cosmosBackups,
  googlePlans,
  googleSchedules,
];

/** What makes copies regularly: databases by themselves, and the plans and policies of all clouds. */
export function backups(stack: Stack): readonly SubjectOf<'backup'>[] {
  return MAKERS.flatMap((make) => make(stack));
}
