import type { UnknownValue, Value } from '../../../../cloud/index.ts';
import { isMapping, isSequence, newWalk, type Walk } from './inspect.ts';

/** A failure anywhere in a value fails the whole; resources are not looked into. */
export function failureIn(value: Value, walk: Walk = newWalk()): UnknownValue | undefined {
  if (value.kind === 'unknown') return value.failure ? value : undefined;
  if (--walk.left < 0 || value.kind === 'string') return undefined;
  const items = isSequence(value)
    ? value.items
    : isMapping(value) && !value.open
      ? value.entries.values()
      : [];
  for (const item of items) {
    const found = failureIn(item, walk);
    if (found) return found;
  }
  return undefined;
}
