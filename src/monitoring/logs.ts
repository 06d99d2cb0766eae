import type { Signal } from '../model/index.ts';
import type { LogQuery } from '../syntax/logql/index.ts';
import type { Query } from '../syntax/promql/index.ts';
import { byEvidence, shapeOf, type AlertWords } from './signal.ts';
import { firstOf, inWords, METRICS, NAMES } from './words.ts';

/** What a question for logs selects, as one for metrics: labels that lines have are asked like those of their streams. */
export function asQuery({ streams, functions, problem }: LogQuery): Query {
  const selectors = streams.map(({ matchers, filters, start, end }) => ({
    matchers: [...matchers, ...filters],
    start,
    end,
  }));
  return { selectors, functions, ...(problem && { problem }) };
}

/** What an alert on logs watches for: lines that tell of errors are errors, whatever program writes them. */
export function logSignal(words: AlertWords, logs: LogQuery): Signal | undefined {
  return byEvidence(
    words,
    () => shapeOf(asQuery(logs)) ?? keptSignal(logs),
    () => readSignal(logs),
  );
}

/**
 * Does an alert on logs fire for what they say? Only lines that are asked for are counted, so that a filter is a
 * condition, too; without any it fires for as long as something is logged.
 */
export function isLogConditional({ streams, functions, compares }: LogQuery): boolean {
  return (
    compares ||
    [...functions].some((name) => name.startsWith('absent')) ||
    streams.some(({ lines, filters }) => lines.length + filters.length > 0)
  );
}

const LEVEL = /^(?:detected_)?(?:level|severity|loglevel|lvl)$/i;
const BAD = /\b(?:err|errors?|exceptions?|panics?|fatal|critical|traceback|fail(?:ed|ure|ures)?)\b/i;

function keptSignal({ streams }: LogQuery): Signal | undefined {
  const asked = streams.flatMap(({ matchers, filters }) => [...matchers, ...filters]);
  const bad = asked.some(
    ({ label, operator, value }) => LEVEL.test(label) && operator.startsWith('=') && BAD.test(value),
  );
  const lines = streams.flatMap((stream) => stream.lines.filter(({ keeps }) => keeps));
  return bad || lines.some(({ value }) => BAD.test(inWords(value))) ? 'errors' : undefined;
}

/** Numbers in lines are called as metrics are; other lines say in words what happened. */
function readSignal({ streams, functions }: LogQuery): Signal | undefined {
  const numbers = streams.flatMap(({ unwrapped }) => (unwrapped === undefined ? [] : [inWords(unwrapped)]));
  if (numbers.some((name) => /\b(?:time|ms|seconds)$/.test(name))) return 'latency';
  const lines = streams.flatMap((stream) => stream.lines.filter(({ keeps }) => keeps));
  const told =
    firstOf(METRICS, numbers.join(' ')) ?? firstOf(NAMES, lines.map(({ value }) => inWords(value)).join(' '));
  if (told ?? lines.length > 0) return told;
  return [...functions].some((name) => /^(?:bytes_)?(?:rate|over_time)$|^count_over_time$/.test(name))
    ? 'traffic'
    : undefined;
}
