import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type BudgetFacts,
  type Fact,
  type SubjectOf,
} from '../../model/index.ts';
import { joined, textList } from '../resource/lists.ts';
import { derive } from '../resource/logic.ts';
import { bool, nothing, number, numberOf, partsOn, textOf, type Part } from '../resource/part.ts';
import { typesOf } from '../resource/rows.ts';
import { boolSetting, statedSetting, textSetting, type Setting, type Settings } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import table from './budgets.json' with { type: 'json' };

interface Type {
  /** Where it says what it counts; absent for types that count costs only. */
  readonly type?: readonly string[];
  readonly limit: Setting;
  readonly currency: Setting;
  readonly period: Setting;
  readonly partial: Settings;
  /** Blocks that say whom to tell. */
  readonly rules: readonly string[];
  readonly thresholds: readonly string[];
  /** What makes percents of a threshold. */
  readonly scale?: number;
  /** Where a rule names who is told. */
  readonly notified: readonly (readonly string[])[];
  /** Turns off the mails to those who may see the bills, which the others do not send. */
  readonly silent?: Setting;
}

const TYPES = typesOf<Type>(table);

type Period = 'day' | 'month' | 'quarter' | 'year';

const PERIODS: ReadonlyMap<string, Period> = new Map([
  ['DAILY', 'day'],
  ['MONTHLY', 'month'],
  ['MONTH', 'month'],
  ['BILLINGMONTH', 'month'],
  ['QUARTERLY', 'quarter'],
  ['QUARTER', 'quarter'],
  ['BILLINGQUARTER', 'quarter'],
  ['ANNUALLY', 'year'],
  ['YEAR', 'year'],
  ['BILLINGANNUAL', 'year'],
]);

/** Budgets of costs; those of hours or of how much of a reservation is used are not about money. */
export function budgets(stack: Stack): readonly SubjectOf<'budget'>[] {
  return TYPES.flatMap(([name, type]) =>
    stack
      .of(name)
      .filter((resource) => countsCosts(resource, type))
      .map((resource) =>
        stack.subject('budget', resource, {
          provider: type.provider,
          limit: statedSetting(resource, type.limit, numberOf, 'a number') ?? nothing(resource),
          currency: statedSetting(resource, type.currency, textOf, 'a text') ?? nothing(resource),
          period: periodOf(resource, type),
          partial: boolSetting(resource, type.partial),
          thresholds: thresholdsOf(resource, type),
          notified: notifiedBy(resource, type),
        }),
      ),
  );
}

function countsCosts(resource: Resource, { type }: Type): boolean {
  const stated = type && statedSetting(resource, { on: type }, textOf, 'a text');
  const counted = stated && valueOf(stated);
  return counted === undefined || counted === 'COST';
}

function periodOf(resource: Resource, { period }: Type): BudgetFacts['period'] {
  // Google's has a beginning and an end of its own.
  if (partsOn(resource, ['budget_filter', 'custom_period']).length > 0) return nothing(resource);
  return derive<string, Period | null>(
    textSetting(resource, period),
    (text) => PERIODS.get(text.toUpperCase()) ?? null,
  );
}

function thresholdsOf(resource: Resource, { thresholds, scale = 1 }: Type): Fact<readonly number[]> {
  const percents: number[] = [];
  for (const part of partsOn(resource, thresholds.slice(0, -1))) {
    if (part.uncertain !== undefined) return unknown(part.uncertain, part.at, part.related);
    if (isOff(part)) continue;
    // Those of an amount of money are not percents.
    if (['threshold_type', 'ThresholdType'].some((name) => textAt(part, name) === 'ABSOLUTE_VALUE')) continue;
    const threshold = number(part, thresholds.at(-1) ?? '');
    if (threshold && isUnknown(threshold.value))
      return unknown(threshold.value.unknown, threshold.at, threshold.related);
    if (threshold) percents.push((valueOf(threshold) ?? 0) * scale);
  }
  return known(percents, resource.at, resource.related);
}

/** Azure's can be turned off. */
function isOff(rule: Part): boolean {
  const enabled = bool(rule, 'enabled');
  return enabled !== undefined && valueOf(enabled) === false;
}

function textAt(part: Part, name: string): string | undefined {
  const value = part.get(name);
  return value && textOf(value);
}

function notifiedBy(resource: Resource, type: Type): Fact<readonly string[]> {
  const rules = partsOn(resource, type.rules);
  const open = rules.find(({ uncertain }) => uncertain !== undefined);
  if (open?.uncertain !== undefined) return unknown(open.uncertain, open.at, open.related);
  const named = rules
    .filter((rule) => !isOff(rule))
    .flatMap((rule) => type.notified.flatMap((way) => namesOn(rule, way)));
  return joined([...named, ...byThemselves(resource, type)], resource);
}

function namesOn(rule: Part, way: readonly string[]): readonly Fact<readonly string[]>[] {
  const name = way.at(-1) ?? '';
  return partsOn(rule, way.slice(0, -1)).flatMap((part) =>
    part.uncertain === undefined
      ? (textList(part, name) ?? [])
      : unknown(part.uncertain, part.at, part.related),
  );
}

/** Google writes to those who administer or use the billing account when a threshold is passed. */
function byThemselves(resource: Resource, { silent, thresholds }: Type): readonly Fact<readonly string[]>[] {
  if (!silent || partsOn(resource, thresholds.slice(0, -1)).length === 0) return [];
  return [
    derive(boolSetting(resource, silent), (off) =>
      off ? [] : ['administrators and users of the billing account'],
    ),
  ];
}
