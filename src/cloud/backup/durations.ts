import { unknown, valueOf, type Fact } from '../../model/index.ts';
import type { Gap } from '../../syntax/cron/index.ts';
import { derive } from '../resource/logic.ts';

const UNIT_DAYS: Readonly<Record<string, number>> = { Y: 365, M: 30, W: 7, D: 1 };

/** `P30D`, `P1M`, `604800s` in days; undefined when it is none. */
export function daysOfDuration(text: string): number | undefined {
  const seconds = /^(\d{1,10})(?:\.\d+)?s$/.exec(text)?.[1];
  if (seconds !== undefined) return Number(seconds) / 86_400;
  const [, amount, unit] = /^P(\d{1,5})([YMWD])$/.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * (UNIT_DAYS[unit ?? ''] ?? 0);
}

/** A duration as a fact about days. */
export function daysFact(duration: Fact<string>): Fact<number> {
  const text = valueOf(duration);
  const days = text === undefined ? undefined : daysOfDuration(text);
  return text !== undefined && days === undefined
    ? unknown(`"${text}" is no length of time`, duration.at, duration.related)
    : derive(duration, () => days ?? 0);
}

/** How often a schedule runs, at the place that says so. */
export function gapFact(schedule: Fact<string>, gapOf: (schedule: string) => Gap): Fact<number> {
  const text = valueOf(schedule);
  if (text === undefined) return derive(schedule, () => 0);
  const gap = gapOf(text);
  return 'hours' in gap
    ? derive(schedule, () => gap.hours)
    : unknown(`the schedule "${text}" ${gap.reason}`, schedule.at, schedule.related);
}
