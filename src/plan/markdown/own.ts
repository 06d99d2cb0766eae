import type { Words } from '../../syntax/markdown/index.ts';
import { partsOf } from './cells.ts';
import type { Said, Saying, Step } from './said.ts';
import type { Column, Subjects } from './vocabulary/columns.ts';
import { wordingOf } from './vocabulary/wording.ts';

/** Lists of which an environment may have entries of its own. */
const OVERRIDABLE: readonly string[] = [
  'observability.alerts',
  'recovery.objectives',
  'recovery.backups',
  'recovery.availability',
];
const COLUMN: readonly string[] = ['environment', 'environments'];
const ALL: readonly string[] = ['', 'all', 'all environments', '*', '-', '–', '—'];

/** The column that tells of which environment a row is; -1 where rows are of all. */
export function environmentColumn(
  { home }: Subjects,
  { header }: { readonly header: readonly Words[] },
  known: readonly ({ readonly column: Column } | undefined)[],
): number {
  if (!OVERRIDABLE.includes(home.join('.'))) return -1;
  return header.findIndex(({ text }, at) => !known[at] && COLUMN.includes(wordingOf(text).words));
}

/** The environments that a row is of; undefined for all of them. */
export function environmentsIn(cell: Words | undefined): readonly (Words | undefined)[] {
  return !cell || ALL.includes(cell.text.trim().toLowerCase()) ? [undefined] : partsOf(cell);
}

/** Steps to what an environment states of its own. */
export function stepsIn(
  environment: Words | undefined,
  home: readonly string[],
  steps: readonly Step[],
): readonly Step[] {
  if (!environment || !OVERRIDABLE.includes(home.join('.'))) return steps;
  const at = environment.location.span;
  return [
    { key: 'environments' },
    { named: environment.text, by: 'name', at },
    { key: 'overrides' },
    ...steps,
  ];
}

/** What is said of environments that the plan has; of others only that there are none. */
export function ofKnownEnvironments(
  saying: Saying,
  given: readonly string[],
  tell: (name: string, step: Extract<Step, { named: string }>, names: readonly string[]) => void,
): readonly Said[] {
  const stated = saying.said.flatMap(({ path }) => (isOverride(path) ? [] : environmentIn(path)));
  const names = [...new Set([...given, ...stated.map(({ named }) => named)])];
  const lower = new Set(names.map((name) => name.toLowerCase()));
  const told = new Set<string>();
  return saying.said.filter(({ path }) => {
    const [step] = isOverride(path) ? environmentIn(path) : [];
    if (!step || lower.has(step.named.toLowerCase())) return true;
    if (!told.has(step.named)) tell(step.named, step, names);
    told.add(step.named);
    return false;
  });
}

function isOverride(path: readonly Step[]): boolean {
  const step = path[2];
  return environmentIn(path).length > 0 && step !== undefined && 'key' in step && step.key === 'overrides';
}

function environmentIn([section, entry]: readonly Step[]): readonly Extract<Step, { named: string }>[] {
  if (!section || !entry || !('key' in section) || section.key !== 'environments') return [];
  return 'named' in entry ? [entry] : [];
}
