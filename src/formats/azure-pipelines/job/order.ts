import { dependenciesOf } from '../read/pipeline.ts';
import type { Hidden } from '../read/unfold.ts';
import type { View } from '../template/scope.ts';

/** A stage among stages, or a job among the jobs of its stage. */
export interface Ordered {
  readonly id: string | undefined;
  readonly view: View;
  readonly hidden: Hidden | undefined;
}

/** Positions of those that end before each starts, and of those that start after it. */
export interface Order {
  readonly needs: readonly (readonly number[])[];
  readonly usedBy: readonly (readonly number[])[];
}

/** What does not say what it depends on follows the one before it, if it is a stage, and nothing, if it is a job. */
export function orderOf(all: readonly Ordered[], inTurn: boolean): Order {
  const positions = new Map(all.map(({ id }, index) => [(id ?? '').toLowerCase(), index]));
  // What the files do not show may be what is asked for.
  const unseen = all.flatMap(({ hidden }, index) => (hidden ? [index] : []));
  const needs = all.map(({ view, hidden }, index) => {
    const names = hidden ? undefined : dependenciesOf(view);
    if (names === undefined) return inTurn && index > 0 ? [index - 1] : [];
    const found = names.flatMap((name) => positions.get(name.toLowerCase()) ?? unseen);
    return [...new Set(found)].filter((one) => one !== index);
  });
  const usedBy: number[][] = all.map(() => []);
  for (const [index, before] of needs.entries()) for (const one of before) usedBy[one]?.push(index);
  return { needs, usedBy };
}
