import { known, unknown, type Fact } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { mistyped } from '../read.ts';
import { scheduleGapHours } from './interval.ts';

/** How often a schedule runs; `paused` is the switch that stops it. */
export function intervalFact(schedule: DataNode, paused: DataNode): Fact<number> {
  if (paused.value === true) return unknown('the schedule is switched off', paused.at);
  if (schedule.text === undefined) return mistyped(schedule, 'a schedule');
  const hours = scheduleGapHours(schedule.text);
  return hours === undefined ? mistyped(schedule, 'a schedule') : known(hours, schedule.at);
}
