import { isUnknown, known, unknown, type SubjectOf } from '../../model/index.ts';
import { cloudWatchAlarms } from '../monitoring/cloudwatch/alarms.ts';
import { LANGUAGES, type FilterNames } from '../monitoring/cloudwatch/names.ts';
import { written } from '../monitoring/read.ts';
import { byDefault, present, textOf } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';
import { readFilterPattern, type AuditEvent, type FilterPattern } from './filter-pattern.ts';
import table from './watched-changes.json' with { type: 'json' };

/**
 * What must not happen unnoticed, each with events that a filter must take.
 * Source: CIS Amazon Web Services Foundations Benchmark 1.4, 4.1 to 4.14; events by the names that AWS gives them.
 */
const CHANGES: readonly (readonly [what: string, events: readonly AuditEvent[]])[] = Object.entries(table);

/** What happens all the time: a filter that takes it watches for nothing. */
const ORDINARY: AuditEvent = {
  eventName: 'DescribeInstances',
  eventSource: 'ec2.amazonaws.com',
  eventType: 'AwsApiCall',
  'userIdentity.type': 'AssumedRole',
};

/** Changes that no filter of the trail's log takes and no alarm tells; filters are compared by what they take, not as texts. */
export function unwatchedChanges(
  stack: Stack,
  trail: Resource,
  attribute: string,
): SubjectOf<'audit-trail'>['facts']['unwatched'] {
  const log = present(trail.get(attribute));
  if (!log) return byDefault(null, trail);
  const filters = LANGUAGES.flatMap(({ filter }) =>
    stack.of(filter.type).map((resource) => ({ resource, names: filter })),
  );
  if (filters.length === 0)
    return unknown('no filter of its log is in the same stack', log.at, trail.related);
  const told = toldMetrics(stack);
  const patterns: FilterPattern[] = [];
  for (const { resource, names } of filters) {
    if (!resource.parts(names.made).some((part) => told.has(written(part, names.name)))) continue;
    const pattern = patternOf(resource, names);
    if (typeof pattern === 'string') return unknown(pattern, log.at, trail.related);
    if (pattern && !pattern(ORDINARY)) patterns.push(pattern);
  }
  const missing = CHANGES.filter(
    ([, events]) => !events.every((event) => patterns.some((pattern) => pattern(event))),
  );
  return known(
    missing.map(([what]) => what),
    log.at,
    trail.related,
  );
}

/** Names of metrics whose alarms tell someone, as far as is known. */
function toldMetrics(stack: Stack): ReadonlySet<string> {
  const alarms = cloudWatchAlarms(stack).filter(
    ({ receivers }) => isUnknown(receivers.value) || receivers.value.length > 0,
  );
  return new Set(alarms.flatMap(({ metrics }) => metrics));
}

/** Why it is not known, where it is not. */
function patternOf(filter: Resource, names: FilterNames): FilterPattern | string | undefined {
  const value = filter.get(names.pattern);
  if (!value) return undefined;
  if (value.kind === 'unknown') return value.reason;
  return readFilterPattern(textOf(value) ?? '');
}
