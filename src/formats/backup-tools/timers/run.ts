import { known, unknown, type BackupFacts, type Fact, type Subject } from '../../../model/index.ts';
import { copiesOf, daysKept, restores, type Line, type ScriptCopies } from '../../../recovery/index.ts';
import type { Location } from '../../../source/index.ts';
import { storedAt } from '../tools/store.ts';

/** Commands that a timer of a machine starts. */
export interface Run {
  readonly id: string;
  readonly name: string;
  readonly location: Location;
  readonly lines: readonly Line[];
  readonly variables: ReadonlyMap<string, string>;
  readonly interval: Fact<number>;
  readonly active: Fact<boolean>;
  /** Where the commands stand. */
  readonly at: Location;
  /** A script that it runs, and that is not among the files. */
  readonly missing: string | undefined;
}

/** Tools that ship recovery logs besides the copies that a timer starts: how much is lost is not for the timer to say. */
const LOGS: readonly (readonly [program: RegExp, reason: string])[] = [
  [/(?:^|\/)wal-[ge]$/, "whether logs are shipped is for PostgreSQL's archive_command to say"],
  [
    /(?:^|\/)(?:pgbackrest|barman)$/,
    'whether logs are shipped is for its own file to say, which is not among the files',
  ],
];

/** What a run copies or brings back by itself, besides what a tool's own file tells. */
export function runSubject(run: Run, told: (line: Line) => boolean): Subject | undefined {
  const { id, name, location, interval, active } = run;
  const lines = run.lines.filter((line) => !told(line));
  const named = /backup|dump|snapshot/i.test(name);
  const does = copiesOf(lines, run.variables, named);
  const subject = { id, name, format: 'backup-tools', location };
  if (does) return { kind: 'backup', ...subject, facts: copiedBy(run, does, lines) };
  if (lines.length < run.lines.length) return undefined;
  if (lines.some(restores))
    return { kind: 'restore-test', ...subject, facts: { intervalHours: interval, active } };
  const hidden = named && /backup|dump/i.test(run.missing ?? '');
  return hidden ? { kind: 'backup', ...subject, facts: hiddenIn(run) } : undefined;
}

function copiedBy(run: Run, does: ScriptCopies, lines: readonly Line[]): BackupFacts {
  const { name, interval, active, at } = run;
  const logs = LOGS.find(([program]) =>
    lines.some(({ words }) => words.some((word) => program.test(word))),
  )?.[1];
  const [host] = does.sources;
  return {
    ...hiddenIn(run),
    method: logs === undefined ? known(does.method, at) : unknown(logs, at),
    intervalHours: logs === undefined ? interval : unknown(logs, at),
    active,
    ...(does.kept && { retentionDays: daysKept(does.kept, at, interval) }),
    ...(does.encrypts && { encrypted: known(true, at) }),
    ...(host !== undefined && {
      covers: unknown(`${name} copies from ${host}, which is not among the files`, at),
    }),
    sources: does.sources,
    ...storedAt(
      does.places.map((place) => ({ place, at })),
      at,
    ),
    ...(does.regions.length > 0 && { copyRegions: known(does.regions, at) }),
  };
}

/** What is known of a backup by its name and its timer only: its script is not among the files. */
function hiddenIn({ name, interval, active, at }: Run): BackupFacts {
  return {
    mechanism: 'job',
    method: unknown(`what ${name} runs is not among the files`, at),
    intervalHours: interval,
    retentionDays: unknown(`${name} does not say how long copies are kept`, at),
    encrypted: unknown(`where ${name} puts its copies decides whether they are encrypted`, at),
    active,
    covers: unknown(`${name} does not name the resource that it copies`, at),
    sources: [],
    ...storedAt([], at),
  };
}
