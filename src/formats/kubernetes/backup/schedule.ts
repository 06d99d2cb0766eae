import { known, unknown, type Fact } from '../../../model/index.ts';
import { gapOfCrontab, type Gap } from '../../../syntax/cron/index.ts';
import type { DataNode } from '../../data-node.ts';
import { mistyped } from '../read.ts';

/** How often a schedule runs; `paused` is the switch that stops it. */
export function intervalFact(
  schedule: DataNode,
  paused: DataNode,
  gapOf: (schedule: string) => Gap = gapOfCrontab,
): Fact<number> {
  if (paused.value === true) return unknown('the schedule is switched off', paused.at);
  if (schedule.text === undefined) return mistyped(schedule, 'a schedule');
  const gap = gapOf(schedule.text);
  if ('hours' in gap) return known(gap.hours, schedule.at);
  return gap.reason === 'cannot be read'
    ? mistyped(schedule, 'a schedule')
    : unknown(`the schedule "${schedule.text.slice(0, 40)}" ${gap.reason}`, schedule.at);
}
