import type { Path } from '../../syntax/data/index.ts';
import { keysOf, valueAt } from '../read/statements.ts';

interface Selected {
  readonly path: Path;
  readonly value: unknown;
}

/**
 * What a pattern selects in the plan: `recovery.backups.*.component`. A `*` stands for every item of a list or every
 * key of a mapping, and so does a `~`, for callers who mean the key.
 */
export function select(root: unknown, pattern: string): readonly Selected[] {
  let selected: Selected[] = [{ path: [], value: root }];
  for (const step of pattern.split('.')) {
    const next: Selected[] = [];
    for (const { path, value } of selected)
      for (const key of step === '*' || step === '~' ? stepsOf(value) : [step]) {
        const child = valueAt(value, [key]);
        if (child !== undefined) next.push({ path: [...path, key], value: child });
      }
    selected = next;
  }
  return selected;
}

function stepsOf(value: unknown): readonly (string | number)[] {
  return Array.isArray(value) ? [...value.keys()] : keysOf(value);
}
