import { isUnknown, known, unknown, type Fact } from '../../../model/index.ts';
import type { SourceFile } from '../../../source/index.ts';
import type { GroovyCall } from '../../../syntax/groovy/index.ts';
import { argument, locate, textOf } from '../read/nodes.ts';
import { optionsOf, type Jenkinsfile } from '../read/jenkinsfile.ts';
import type { Stage } from '../read/stage.ts';

type Limit = Fact<number | null>;

const MINUTES: Readonly<Record<string, number>> = {
  NANOSECONDS: 1 / 60e9,
  MICROSECONDS: 1 / 60e6,
  MILLISECONDS: 1 / 60_000,
  SECONDS: 1 / 60,
  MINUTES: 1,
  HOURS: 60,
  DAYS: 24 * 60,
};

/** `options { timeout(…) }` of a stage, of those around it and of the pipeline: the shortest holds. */
export function timeLimitOf(stage: Stage, { pipeline, file }: Jenkinsfile): Limit {
  let limit: Limit = known(null, locate(file, stage.header));
  for (let up: Stage | undefined = stage; up; up = up.parent)
    if (!up.scripted) limit = optionsOf(up.body).reduce(within(up.file), limit);
  return optionsOf(pipeline?.body).reduce(within(file), limit);
}

const within =
  (file: SourceFile) =>
  (limit: Limit, call: GroovyCall): Limit =>
    call.name === 'timeout' ? shorter(limit, minutesOf(file, call)) : limit;

/** The limit of what stands in a step `timeout`, within another limit. */
export const limitIn = (file: SourceFile, call: GroovyCall, limit: Limit | undefined): Limit | undefined =>
  call.name === 'timeout' && call.called ? shorter(limit ?? known(null), minutesOf(file, call)) : limit;

function shorter(one: Limit, other: Limit): Limit {
  if (one.value === null) return other;
  if (isUnknown(one.value) || isUnknown(other.value) || other.value === null)
    return isUnknown(one.value) ? other : one;
  return other.value < one.value ? other : one;
}

/** `timeout(10)`, `timeout(time: 1, unit: 'HOURS')`. */
function minutesOf(file: SourceFile, call: GroovyCall): Limit {
  const at = locate(file, call.nameSpan);
  const time = textOf(argument(call, 'time') ?? argument(call, 'value')) ?? '';
  const unit = argument(call, 'unit');
  const factor = unit === undefined ? 1 : MINUTES[textOf(unit)?.toUpperCase() ?? ''];
  if (!/^\d+$/.test(time) || factor === undefined)
    return unknown('its `timeout` is known only while the pipeline runs', at);
  return known(Math.round(Number(time) * factor * 100) / 100, at);
}
