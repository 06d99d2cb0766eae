import type { Location } from '../source/index.ts';

/** The first of those that stand at one place. */
export function oncePerPlace<T>(
  items: readonly T[],
  placeOf: (item: T) => Location | undefined,
): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const at = placeOf(item);
    const key = at ? `${at.file.path} ${at.span.start}` : '';
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
