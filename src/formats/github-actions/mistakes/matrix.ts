import type { DataNode } from '../../data-node.ts';
import type { Workflow } from '../read/workflow.ts';
import { mistake, type Mistake } from './mistake.ts';

/** Values that stand twice, and exclusions that exclude nothing. What is computed is left alone. */
export function matrixMistakes({ jobs }: Workflow): readonly Mistake[] {
  return [...jobs.values()].flatMap(({ node }) => {
    const matrix = node.get('strategy', 'matrix');
    return matrix.isMap ? [...repeated(matrix), ...uselessExclusions(matrix)] : [];
  });
}

const rowsOf = (matrix: DataNode): readonly (readonly [string, DataNode])[] =>
  matrix.entries().filter(([name]) => name !== 'include' && name !== 'exclude');

function repeated(matrix: DataNode): readonly Mistake[] {
  return rowsOf(matrix).flatMap(([name, row]) => {
    const seen = new Set<string>();
    return row.items().flatMap((item) => {
      const text = canonical(item.value);
      if (!seen.has(text)) {
        seen.add(text);
        return [];
      }
      return text.includes('${{')
        ? []
        : [mistake('matrix', `${shown(item.value)} stands twice in \`${name}\` of the matrix`, item.at)];
    });
  });
}

/** Cells of one name; undefined where an expression gives them. */
type Cells = ReadonlyMap<string, readonly unknown[] | undefined>;

function uselessExclusions(matrix: DataNode): readonly Mistake[] {
  const exclusions = matrix.get('exclude').items().slice(0, MOST);
  if (exclusions.length === 0) return [];
  const include = matrix.get('include');
  if (include.exists && !include.isList) return [];
  const cells = cellsOf(matrix, include);
  return exclusions.flatMap((exclusion) =>
    exclusion.entries().flatMap(([name, value]) => {
      if (!cells.has(name))
        return [mistake('matrix', `the exclusion names \`${name}\`, which the matrix has not`, value.header)];
      const candidates = cells.get(name);
      if (!candidates || isComputed(value.value) || candidates.some((one) => matches(one, value.value, 0)))
        return [];
      return [
        mistake(
          'matrix',
          `the exclusion of ${shown(value.value)} matches nothing in \`${name}\` of the matrix`,
          value.at,
        ),
      ];
    }),
  );
}

/** A matrix has 256 jobs at most. */
const MOST = 256;

function cellsOf(matrix: DataNode, include: DataNode): Cells {
  const cells = new Map<string, unknown[] | undefined>();
  for (const [name, row] of rowsOf(matrix)) {
    const values = row.items().map(({ value }) => value);
    cells.set(name, row.isList && !values.some(isComputed) ? values.slice(0, MOST) : undefined);
  }
  for (const item of include.items().slice(0, MOST)) {
    if (!item.isMap) return new Map([...cells.keys()].map((name) => [name, undefined]));
    for (const [name, { value }] of item.entries()) {
      const values = cells.has(name) ? cells.get(name) : [];
      if (isComputed(value)) cells.set(name, undefined);
      else if (values) cells.set(name, [...values, value]);
    }
  }
  return cells;
}

/** `1` and `"1"` are one to GitHub. */
const scalar = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const isComputed = (value: unknown): boolean => canonical(value).includes('${{');

/** Does a cell have all that an exclusion says? */
function matches(cell: unknown, asked: unknown, depth: number): boolean {
  if (depth > 10) return true;
  if (Array.isArray(asked))
    return (
      Array.isArray(cell) &&
      cell.length === asked.length &&
      asked.every((one, index) => matches(cell[index], one, depth + 1))
    );
  if (typeof asked !== 'object' || asked === null)
    return typeof cell !== 'object' && scalar(cell) === scalar(asked);
  if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) return false;
  const own = cell as Readonly<Record<string, unknown>>;
  return Object.entries(asked).every(
    ([key, value]) => Object.hasOwn(own, key) && matches(own[key], value, depth + 1),
  );
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : canonical(value);
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
};

/** A value as one text, whatever the order of its keys; deep things are cut. */
function canonical(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return scalar(value);
  if (depth > 10) return '…';
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one, depth + 1)).join(', ')}]`;
  const parts = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}: ${canonical(one, depth + 1)}`,
  );
  return `{${parts.sort().join(', ')}}`;
}
