import type { UnknownValue, Value } from '../../../cloud/index.ts';
import { same } from './equal.ts';

/** One of two values, it is not known which: what both have alike is known, the rest is `open`. */
export function merged(left: Value, right: Value, open: UnknownValue): Value {
  if (same(left, right)) return left;
  if ('entries' in left && 'entries' in right) {
    const entries = new Map<string, Value>();
    for (const key of new Set([...left.entries.keys(), ...right.entries.keys()])) {
      const [a, b] = [left.entries.get(key), right.entries.get(key)];
      entries.set(key, a && b ? merged(a, b, open) : open);
    }
    return { ...left, entries };
  }
  if ('items' in left && 'items' in right && left.items.length === right.items.length) {
    const items = left.items.map((item, index) => merged(item, right.items[index] ?? open, open));
    return { ...left, items };
  }
  return open;
}
