import { isUnknown, type AlertRouteFacts } from '../../model/index.ts';

/** Routes with more matchers than this are compared by all of them only: their subsets are too many. */
const MAX_MATCHERS = 6;

/**
 * Which routes take what others beside them would take: an earlier one that does not continue, and that asks for
 * nothing the later one does not ask for, too.
 */
export class Shadows {
  /** By parent, then by what a route asks: its index. */
  readonly #asked = new Map<number, Map<string, number>>();

  add(parent: number, index: number, matchers: AlertRouteFacts['matchers']): void {
    if (isUnknown(matchers.value)) return;
    const asked = this.#asked.get(parent) ?? new Map<string, number>();
    this.#asked.set(parent, asked);
    const key = keyOf(matchers.value.map(textOf));
    if (!asked.has(key)) asked.set(key, index);
  }

  of(parent: number, matchers: AlertRouteFacts['matchers']): number | null {
    const asked = this.#asked.get(parent);
    if (!asked || isUnknown(matchers.value)) return null;
    const texts = matchers.value.map(textOf);
    const subsets = texts.length > MAX_MATCHERS ? [[], texts] : subsetsOf(texts);
    const found = subsets.flatMap((subset) => asked.get(keyOf(subset)) ?? []);
    return found.length === 0 ? null : Math.min(...found);
  }
}

function textOf({ label, operator, value }: { label: string; operator: string; value: string }): string {
  return JSON.stringify([label, operator, value]);
}

function keyOf(texts: readonly string[]): string {
  return [...new Set(texts)].sort().join();
}

function subsetsOf(texts: readonly string[]): readonly (readonly string[])[] {
  return texts.reduce<readonly (readonly string[])[]>(
    (subsets, text) => [...subsets, ...subsets.map((subset) => [...subset, text])],
    [[]],
  );
}
