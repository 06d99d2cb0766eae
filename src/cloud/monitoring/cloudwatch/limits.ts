import { isUnknown, valueOf, type AlertFacts, type Fact } from '../../../model/index.ts';
import { byDefault, number, partsOn, text, type Part } from '../../resource/part.ts';
import type { Resource } from '../../resource/stack.ts';
import type { AlarmNames } from './names.ts';

/** A number or a word that an alarm states, and what CloudWatch says of it; undefined where it takes it. */
interface Check {
  readonly fact: Fact<unknown> | undefined;
  readonly problem: string | undefined;
}

const DAY = 86_400;
const HOUR = 3600;

/**
 * Why CloudWatch refuses the alarm when it is made: the limits of `PutMetricAlarm`.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export function problemOf(resource: Resource, names: AlarmNames): AlertFacts['problem'] {
  const inner = resource.parts(names.queries).flatMap((query) => partsOn(query, names.inner.slice(0, 1)));
  const periods = [resource, ...inner].flatMap((part) => number(part, names.period) ?? []);
  const checks = [
    datapoints(resource, names),
    ...periods.map(periodCheck),
    ...periods.map((period) => spanCheck(period, number(resource, names.evaluations))),
    wordCheck(resource, names.missing, ['breaching', 'notBreaching', 'ignore', 'missing']),
  ];
  const wrong = checks.find(({ problem }) => problem !== undefined);
  if (wrong?.fact && wrong.problem !== undefined) return { ...wrong.fact, value: wrong.problem };
  const open = checks.find(({ fact }) => fact && isUnknown(fact.value))?.fact;
  return open && isUnknown(open.value) ? { ...open, value: open.value } : byDefault(null, resource);
}

function datapoints(resource: Resource, names: AlarmNames): Check {
  const wanted = number(resource, names.datapoints);
  const evaluations = number(resource, names.evaluations);
  const of = evaluations && valueOf(evaluations);
  const count = wanted && valueOf(wanted);
  const many = count !== undefined && of !== undefined && count > of;
  return {
    fact: wanted,
    problem: many ? `it wants ${String(count)} values of ${String(of)}` : undefined,
  };
}

function periodCheck(period: Fact<number>): Check {
  const seconds = valueOf(period);
  const taken =
    seconds === undefined || [10, 20, 30].includes(seconds) || (seconds >= 60 && seconds % 60 === 0);
  return {
    fact: period,
    problem: taken
      ? undefined
      : `a period of ${String(seconds)} seconds is none of 10, 20, 30 or whole minutes`,
  };
}

function spanCheck(period: Fact<number>, evaluations: Fact<number> | undefined): Check {
  const seconds = valueOf(period);
  const count = evaluations && valueOf(evaluations);
  if (seconds === undefined || count === undefined) return { fact: evaluations, problem: undefined };
  const most = seconds < HOUR ? DAY : 7 * DAY;
  const words = `${String(count)} periods of ${String(seconds)} seconds`;
  const limit = most === DAY ? 'one day' : 'seven days';
  return {
    fact: evaluations,
    problem: seconds * count > most ? `${words} are more than ${limit}` : undefined,
  };
}

function wordCheck(part: Part, name: string, words: readonly string[]): Check {
  const fact = text(part, name);
  const word = fact && valueOf(fact);
  const wrong = word !== undefined && !words.includes(word);
  return {
    fact,
    problem: wrong
      ? `${name} is ${JSON.stringify(word.slice(0, 40))}, which is none of ${words.join(', ')}`
      : undefined,
  };
}
