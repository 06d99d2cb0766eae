import type { StatementReport, StatementValue } from '../../assess/index.ts';
import { groupBy } from '../../reporters/parts/index.ts';
import type { Row, Section } from './document.ts';
import { evidenceLines } from './evidence.ts';

/** Statements below some keys of the plan: a section for each part of a key, a group for each thing in it. */
export function sectionsOf(statements: readonly StatementReport[]): readonly Section[] {
  return [...groupBy(statements, sectionKey)].map(([key, inside]) => ({
    title: titleOf(key),
    groups: [...groupBy(inside, (one) => groupName(one).join('\0'))].map(([name, rows]) => {
      const said = rows.filter((row) => !isHeading(row));
      return {
        name: name === '' ? undefined : name.split('\0').join(': '),
        rows: (said.length > 0 ? said : rows).map(rowOf),
      };
    }),
  }));
}

export function rowOf(statement: StatementReport): Row {
  return {
    name: wordsOf(statement.names.at(-1) ?? ''),
    value: valueText(statement.value),
    location: statement.location,
    evidence: evidenceLines(statement),
    isProse: isProse(statement),
  };
}

/** What names the item that it stands in, and nothing was found of: the name of the group says it. */
export function isHeading({ steps, names, value, evidence }: StatementReport): boolean {
  if (typeof steps.at(-2) !== 'number' || evidence.length > 0) return false;
  // A stage may be called by its kind, which says more.
  return steps.at(-1) !== 'kind' && names.at(-2) === value;
}

/** Words for people, which no file could show. */
const PROSE: readonly unknown[] = ['title', 'summary', 'description', 'reason', 'meaning'];

export function isProse({ steps }: Pick<StatementReport, 'steps'>): boolean {
  return PROSE.includes(steps.at(-1));
}

/** `delivery.environments`; what stands in a key of the plan itself has that key's section. */
function sectionKey({ steps }: StatementReport): string {
  const keys = steps.slice(0, typeof steps[1] === 'number' ? 1 : 2);
  return (steps.length > keys.length || keys.length === 1 ? keys : keys.slice(0, 1)).join('.');
}

/** What it is said of, below its section: the names of items, and keys between. */
function groupName({ steps, names }: StatementReport): readonly string[] {
  const depth = typeof steps[1] === 'number' ? 1 : 2;
  const last = steps.length - 1;
  if (last < depth) return [];
  return names.slice(depth, last).map((name, index) => {
    const isKey = typeof steps[depth + index] === 'string';
    return isKey && !isNameOfOne(steps, depth + index) ? wordsOf(name) : name;
  });
}

/** Names of environments are keys of the plan, too. */
function isNameOfOne(steps: StatementReport['steps'], index: number): boolean {
  const place = steps.slice(0, index).join('.');
  return place === 'delivery.environments' || place === 'resources.budget.monthly';
}

function titleOf(key: string): string {
  const words = wordsOf(key.split('.').at(-1) ?? key);
  return key === 'delivery.environments'
    ? 'Deployments by environment'
    : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** `securityGroups` → security groups. */
function wordsOf(key: string): string {
  return /^[a-z]+(?:[A-Z][a-z]+)+$/.test(key)
    ? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    : key;
}

function valueText(value: StatementValue): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (value === null) return 'nothing';
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? 'none' : value.map((one) => valueText(one)).join(', ');
}
