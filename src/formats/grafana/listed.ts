import type { DataDocument, Path } from '../../syntax/data/index.ts';

/**
 * Objects in lists: panels, queries, variables, rules, thresholds. They are what a dashboard costs: Grafana writes each
 * with dozens of entries on how it looks, and dashboards of some megabytes are kept.
 */
export function* listedObjects({ value }: DataDocument): Generator<Path> {
  const open: (readonly [path: Path, value: unknown])[] = [[[], value]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [path, held] = next;
    if (typeof held !== 'object' || held === null) continue;
    if (typeof path.at(-1) === 'number') yield path;
    const children: readonly (readonly [string | number, unknown])[] = Array.isArray(held)
      ? [...held.entries()]
      : Object.entries(held);
    for (const [key, child] of children.toReversed()) open.push([[...path, key], child]);
  }
}
