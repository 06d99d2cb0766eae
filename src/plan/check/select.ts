import type { Path } from '../../syntax/data/index.ts';
import { keysOf, valueAt } from '../read/statements.ts';

/**
 * Paths in the plan that a pattern selects: `recovery.backups.*.component`. A `*` stands for every item of a list or
 * every key of a mapping, and so does a `~`, for
 * callers who mean the key.
 */
export function select(root: unknown, pattern: string): readonly Path[] {
  let paths: Path[] = [[]];
  for (const step of pattern.split('.')) {
    const next: Path[] = [];
    for (const path of paths)
      for (const key of step === '*' || step === '~' ? stepsOf(valueAt(root, path)) : [step])
        next.push([...path, key]);
    paths = next;
  }
  return paths.filter((path) => valueAt(root, path) !== undefined);
}

function stepsOf(value: unknown): readonly (string | number)[] {
  return Array.isArray(value) ? [...value.keys()] : keysOf(value);
}
