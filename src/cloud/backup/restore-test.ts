import type { SubjectOf } from '../../model/index.ts';
import { gapOfAws } from '../../syntax/cron/index.ts';
import { byDefault, text } from '../resource/part.ts';
import type { Stack } from '../resource/stack.ts';
import { gapFact } from './durations.ts';
import { untold } from './parts.ts';

const PLANS = [
  { type: 'aws_backup_restore_testing_plan', schedule: 'schedule_expression' },
  { type: 'AWS::Backup::RestoreTestingPlan', schedule: 'ScheduleExpression' },
];

/** Plans of AWS Backup that restore to see whether that works. */
export function restoreTests(stack: Stack): readonly SubjectOf<'restore-test'>[] {
  return PLANS.flatMap(({ type, schedule }) =>
    stack.of(type).map((plan) => {
      const stated = text(plan, schedule);
      return stack.subject('restore-test', plan, {
        intervalHours: stated ? gapFact(stated, gapOfAws) : untold('how often it restores is not set', plan),
        active: byDefault(true, plan),
      });
    }),
  );
}
