import { unknown, valueOf, type Fact, type SubjectOf } from '../../../model/index.ts';
import { daysKept, type Line } from '../../../recovery/index.ts';
import type { Location } from '../../../source/index.ts';
import type { Run } from '../timers/run.ts';

const UNTOLD = unknown('no timer among the files makes full copies');

/** What a tool is told to copy, and which commands start it; a timer decides how often. */
export interface Tool {
  readonly backup: SubjectOf<'backup'>;
  /** Does a command make this copy, in full or in part? */
  readonly startedBy: (line: Line) => 'full' | 'part' | undefined;
  /** It keeps so many copies, each of them or only the full ones. */
  readonly kept?: { readonly copies: number; readonly of: 'full' | 'each'; readonly at: Location };
  /** Its own file, or another than a timer, says how often. */
  readonly scheduled?: boolean;
}

/** The backup of a tool with what its timers add: how often it runs, and whether it does at all. */
export function withRuns(
  { backup, startedBy, kept, scheduled }: Tool,
  runs: readonly Run[],
): SubjectOf<'backup'> {
  const started = runs.flatMap((run) => {
    const how = run.lines.map(startedBy).filter((one) => one !== undefined);
    return how.length > 0 ? [{ run, full: how.includes('full') }] : [];
  });
  const [first] = started;
  if (!first) return backup;
  const each = shortest(started.map(({ run }) => run.interval)) ?? first.run.interval;
  const full = shortest(started.filter((one) => one.full).map(({ run }) => run.interval));
  const facts = backup.facts;
  return {
    ...backup,
    facts: {
      ...facts,
      intervalHours:
        scheduled === true || valueOf(facts.intervalHours) !== undefined ? facts.intervalHours : each,
      active: started.find(({ run }) => valueOf(run.active) === true)?.run.active ?? first.run.active,
      ...(kept && {
        retentionDays: daysKept(
          kept,
          kept.at,
          (kept.of === 'full' ? full : each) ?? UNTOLD,
          kept.of === 'full',
        ),
      }),
    },
  };
}

/** Of several timers the one that runs most often; undefined where one of them is not known and none is shorter for sure. */
function shortest(intervals: readonly Fact<number>[]): Fact<number> | undefined {
  const told = intervals.filter((one) => valueOf(one) !== undefined);
  return told.toSorted((a, b) => (valueOf(a) ?? 0) - (valueOf(b) ?? 0))[0];
}

/** Why it is not known whether a tool runs that only timers start: without a copy, logs bring nothing back. */
export const NO_TIMER = 'nothing among the files starts it';

/** From the tool's name on, behind what wraps it: `systemd-inhibit … /usr/bin/borgmatic create`. */
export function wordsFrom({ words }: Line, program: RegExp): readonly string[] | undefined {
  const at = words.findIndex((word) => program.test(word.slice(word.lastIndexOf('/') + 1)));
  return at < 0 ? undefined : words.slice(at + 1);
}

/** What flags are given: `--stanza orders`, `--stanza=orders`. */
export function flagsIn(words: readonly string[], ...flags: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    if (flags.includes(word)) return words[index + 1] ?? [];
    const flag = flags.find((one) => word.startsWith(`${one}=`));
    return flag === undefined ? [] : [word.slice(flag.length + 1)];
  });
}
