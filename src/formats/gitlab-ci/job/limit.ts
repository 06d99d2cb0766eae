import { known, unknown, type Fact } from '../../../model/index.ts';
import type { JobRun } from '../pipeline/run.ts';

const UNITS: readonly (readonly [pattern: RegExp, minutes: number])[] = [
  [/^s(?:ec(?:ond)?s?)?$/, 1 / 60],
  [/^m(?:in(?:ute)?s?)?$/, 1],
  [/^h(?:(?:ou)?rs?)?$/, 60],
  [/^d(?:ays?)?$/, 24 * 60],
  [/^w(?:(?:ee)?ks?)?$/, 7 * 24 * 60],
  [/^mo(?:s|nths?)?$/, 30 * 24 * 60],
];
const LENGTH = 100;

/** A job's `timeout`; without one the project's holds, and the runner's. */
export function timeLimitOf({ plan: { config }, name }: JobRun): Fact<number | null> {
  const timeout = config.key(name, 'timeout');
  const { text } = timeout;
  if (text === undefined) {
    return unknown(
      'how long jobs of the project may take is set outside the files (GitLab)',
      config.job(name).header,
    );
  }
  const minutes = minutesOf(text);
  if (minutes === undefined) return unknown(`\`${text}\` is not understood as a duration`, timeout.at);
  return known(minutes, timeout.at);
}

/** `1h 30m`, `3 hours 30 minutes`, `1:30:00`; a number alone is seconds. */
function minutesOf(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  if (plain.length > LENGTH) return undefined;
  if (/^\d+(?::\d+){1,2}$/.test(plain)) {
    return plain.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) / 60;
  }
  const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)/g)];
  if (parts.length === 0 || plain.replaceAll(/\d+(?:\.\d+)?\s*[a-z]*|\band\b|[,\s]/g, '') !== '')
    return undefined;
  let minutes = 0;
  for (const [, count, unit = ''] of parts) {
    const found = unit === '' ? 1 / 60 : UNITS.find(([pattern]) => pattern.test(unit))?.[1];
    if (found === undefined) return undefined;
    minutes += Number(count) * found;
  }
  return Math.round(minutes * 100) / 100;
}
