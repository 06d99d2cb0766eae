import { valueOf, type Fact, type Subject, type SubjectOf, type SubjectKind } from '../../model/index.ts';
import type { Cell, FoundTable, PartId } from './document.ts';

const MOST_ROWS = 40;

/** What the files have on a part of the plan, whatever the plan says of it. */
export function foundTables(part: PartId, subjects: readonly Subject[]): readonly FoundTable[] {
  const tables = (TABLES[part] ?? []).map((make) => make(subjects));
  return tables.filter(({ rows }) => rows.length > 0);
}

type Make = (subjects: readonly Subject[]) => FoundTable;

const TABLES: Readonly<Partial<Record<PartId, readonly Make[]>>> = {
  architecture: [
    table(
      'stack',
      'Infrastructure code in the files',
      ['Stack', 'Environment', 'Tool', 'Regions', 'Resources'],
      (stack) => [
        stack.location,
        stack.environment ?? '',
        stack.facts.tool,
        list(stack.facts.regions),
        String(stack.facts.resourceCount),
      ],
    ),
  ],
  pipeline: [
    table(
      'pipeline',
      'Pipelines in the files',
      ['Pipeline', 'Place', 'System', 'Starts on', 'What it does'],
      (pipeline) => [
        pipeline.name,
        pipeline.location,
        pipeline.facts.system,
        pipeline.facts.triggers.join(', '),
        [...new Set(pipeline.facts.stages.map(({ kind }) => text(kind)))].join(', '),
      ],
    ),
    table(
      'deploy-job',
      'Deployments in the files',
      ['Job', 'Place', 'Environment', 'Approval', 'Verified after'],
      (job) => [
        job.facts.job,
        job.location,
        text(job.facts.target),
        text(job.facts.approval),
        text(job.facts.verifiedAfter),
      ],
    ),
    table(
      'rollback',
      'Ways back in the files',
      ['Mechanism', 'Place', 'Environment', 'Automatic'],
      (rollback) => [
        text(rollback.facts.mechanism),
        rollback.location,
        text(rollback.facts.target),
        text(rollback.facts.automatic),
      ],
    ),
  ],
  recovery: [
    table(
      'backup',
      'Backups in the files',
      ['Backup', 'Place', 'Environment', 'Longest gap', 'Kept', 'Elsewhere too'],
      (backup) => [
        backup.name,
        backup.location,
        backup.environment ?? '',
        gap(backup.facts.intervalHours),
        kept(backup.facts.retentionDays),
        text(backup.facts.offsite),
      ],
    ),
  ],
};

function table<K extends SubjectKind>(
  kind: K,
  title: string,
  headings: readonly string[],
  cells: (subject: SubjectOf<K>) => readonly Cell[],
): Make {
  return (subjects) => {
    // Subjects of a kind have that kind's facts.
    const found = subjects.filter((subject) => subject.kind === kind) as unknown as readonly SubjectOf<K>[];
    return {
      title,
      headings,
      rows: found.slice(0, MOST_ROWS).map(cells),
      more: Math.max(0, found.length - MOST_ROWS),
    };
  };
}

function list(fact: Fact<readonly string[]>): string {
  return valueOf(fact)?.join(', ') ?? 'unknown';
}

function text(fact: Fact<string | number | boolean>): string {
  const value = valueOf(fact);
  if (value === undefined) return 'unknown';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** Backups that nothing deletes have this many days. */
const FOREVER_DAYS = 36_500;

/** `5 min`, `1.5 h`, `7 d`: in the unit that people would say it in. */
function gap(fact: Fact<number>): string {
  const hours = valueOf(fact);
  if (hours === undefined) return 'unknown';
  if (hours < 1) return `${rounded(hours * 60)} min`;
  return hours > 48 ? `${rounded(hours / 24)} d` : `${rounded(hours)} h`;
}

function kept(fact: Fact<number>): string {
  const days = valueOf(fact);
  if (days === undefined) return 'unknown';
  if (days >= FOREVER_DAYS) return 'until somebody deletes them';
  return days < 1 ? gap({ value: days * 24 }) : `${rounded(days)} d`;
}

function rounded(number: number): number {
  return Math.round(number * 10) / 10;
}
