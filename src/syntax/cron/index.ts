/**
 * Schedules in the notations that backups have: how long it takes at most from one run to the next. Clocks that are put
 * forward and back in spring and autumn are left out: nobody means that hour by "every day".
 */
export { gapOfAws } from './aws.ts';
export { gapOfCalendar } from './calendar.ts';
export { durationHours, gapOfCrontab, gapOfCrontabWithSeconds } from './crontab.ts';
export type { Gap } from './gap.ts';
export { firstRunBetween, runsOfPattern } from './pattern.ts';
export { gapOfRecurrence, type Recurrence } from './recurrence.ts';
export { gapOfSpan } from './span.ts';
export { gapOfRepeating } from './repeating.ts';
