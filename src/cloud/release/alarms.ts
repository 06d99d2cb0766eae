import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type Fact,
  type MetricEffect,
  type RolloutFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { elementsOf, readableText } from '../resource/lists.ts';
import { text, wayTo, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';

/** Alarms that a deployment watches: whether it does, and whether it goes back when one rings. */
export interface Watch {
  readonly part: Part;
  /** What names them. */
  readonly named: Value | undefined;
  readonly watched: Fact<boolean>;
  readonly back: Fact<boolean>;
}

/** Does an alarm judge the release? False where none is named. */
export function watches({ named, watched }: Watch): Fact<boolean> {
  if (!named) return known(false, watched.at, watched.related);
  return named.kind !== 'unknown' && elementsOf(named).length === 0
    ? known(false, named.at, watched.related)
    : watched;
}

/** Types of alarms, and what names them. */
const ALARMS: readonly (readonly [type: string, name: string])[] = [
  ['aws_cloudwatch_metric_alarm', 'alarm_name'],
  ['aws_cloudwatch_composite_alarm', 'alarm_name'],
  ['AWS::CloudWatch::Alarm', 'AlarmName'],
  ['AWS::CloudWatch::CompositeAlarm', 'AlarmName'],
];

/** The alarms that a deployment names, and whether the files have them. */
export function alarmReferences(stack: Stack, watch: Watch | undefined): RolloutFacts['templates'] {
  const { named, part } = watch ?? {};
  if (!named || !part || named.kind === 'unknown') return [];
  return elementsOf(named).map((alarm) => {
    const name = nameOf(alarm);
    const own = 'entries' in alarm ? (alarm.entries.get('Name') ?? alarm.entries.get('name')) : alarm;
    const target = stack.target(own);
    const found = target !== undefined || isStated(stack, name);
    const at = wayTo(alarm, part);
    return {
      name: `alarm ${name}`,
      found: found
        ? known(true, alarm.at, at)
        : unknown(`the alarm ${name} is not among the files`, alarm.at, at),
    };
  });
}

function isStated(stack: Stack, name: string): boolean {
  return ALARMS.some(([type, key]) =>
    stack.of(type).some((alarm) => {
      const own = text(alarm, key);
      return own !== undefined && valueOf(own) === name;
    }),
  );
}

/** The alarms as what judges releases; none where there are none. */
export function alarmSubject(
  stack: Stack,
  resource: Resource,
  type: string,
  watch: Watch,
): SubjectOf<'release-analysis'> | undefined {
  const { named, part } = watch;
  const alarms = named && named.kind !== 'unknown' ? elementsOf(named) : [];
  if (alarms.length === 0) return undefined;
  const metrics = alarms.map((alarm) => ({ name: nameOf(alarm), effect: effectOf(alarm, part, watch) }));
  return stack.subject('release-analysis', resource, { type, metrics });
}

function nameOf(alarm: Value): string {
  const named = 'entries' in alarm ? (alarm.entries.get('Name') ?? alarm.entries.get('name')) : alarm;
  return (named && readableText(named)) ?? 'of a name that is not known';
}

function effectOf(alarm: Value, part: Part, { watched, back }: Watch): Fact<MetricEffect> {
  if (isUnknown(watched.value)) return unknown(watched.value.unknown, watched.at, watched.related);
  if (!watched.value) return known('off', watched.at, watched.related);
  if (isUnknown(back.value)) return unknown(back.value.unknown, back.at, back.related);
  return valueOf(back) === true
    ? known('aborts', alarm.at, wayTo(alarm, part))
    : known('stops', back.at, back.related);
}
