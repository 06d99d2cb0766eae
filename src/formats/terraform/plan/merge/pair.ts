import type { Value } from '../../../../cloud/index.ts';
import { isMapping, isSequence } from '../../evaluate/values/inspect.ts';

/** More comparisons than this are not worth the better places. */
const MAX_COMPARISONS = 10_000;
const DIFFERENT = 100;

/**
 * For each planned item the index of what is written for it, in the order in which it is written: sets are planned in
 * an order of their own.
 */
export function pair<V extends Value>(
  planned: readonly V[],
  written: readonly Value[],
): readonly (readonly [item: V, index: number | undefined])[] {
  const free = new Set(written.keys());
  const tooMany = planned.length * written.length > MAX_COMPARISONS;
  const pairs = planned.map((item, index): readonly [V, number | undefined] => {
    let best: { readonly index: number; readonly cost: number } | undefined;
    for (const candidate of tooMany ? [index] : free) {
      const other = written[candidate];
      const cost = other ? costOf(item, other) + (candidate === index ? 0 : 0.5) : Infinity;
      if (cost < (best?.cost ?? Infinity)) best = { index: candidate, cost };
    }
    if (best) free.delete(best.index);
    return [item, best?.index];
  });
  return pairs.sort(([, left = written.length], [, right = written.length]) => left - right);
}

/** How ill a written value fits a planned one: much where both are known and differ, little where one is not known. */
function costOf(planned: Value, written: Value): number {
  if (written.kind === 'unknown' || planned.kind === 'unknown') return 1;
  if (isMapping(planned) && isMapping(written)) {
    let cost = 0;
    for (const [name, value] of written.entries) {
      const other = planned.entries.get(name);
      cost += other ? costOf(other, value) : 1;
    }
    return cost;
  }
  if (isSequence(planned) && isSequence(written)) {
    if (planned.items.length !== written.items.length) return DIFFERENT;
    let cost = 0;
    for (const [index, item] of planned.items.slice(0, 20).entries()) {
      const other = written.items[index];
      cost += other ? costOf(item, other) : 1;
    }
    return cost;
  }
  return sameScalar(planned, written) ? 0 : DIFFERENT;
}

/** The same text, also where a number is written as a text, or JSON with other blanks. */
export function sameScalar(planned: Value, written: Value): boolean {
  if (planned.kind === 'string' && written.kind === 'string')
    return planned.value === written.value || sameJson(planned.value, written.value);
  return 'value' in planned && 'value' in written && String(planned.value) === String(written.value);
}

function sameJson(left: string, right: string): boolean {
  if (!/^\s*[[{]/.test(left) || !/^\s*[[{]/.test(right)) return false;
  try {
    return canonical(JSON.parse(left)) === canonical(JSON.parse(right));
  } catch {
    return false;
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
