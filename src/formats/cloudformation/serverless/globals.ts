import type { Value } from '../../../cloud/index.ts';
import type { Properties } from './make.ts';

/** Properties of a resource over those that `Globals` has for its type: maps are merged, lists go one after the other. */
export function withGlobals(properties: Properties, globals: Properties): Properties {
  if (globals.size === 0) return properties;
  const merged = new Map(globals);
  for (const [name, value] of properties) {
    const common = globals.get(name);
    merged.set(name, common ? over(common, value) : value);
  }
  return merged;
}

function over(common: Value, own: Value): Value {
  if ('entries' in common && 'entries' in own)
    return { ...own, entries: withGlobals(own.entries, common.entries) };
  if ('items' in common && 'items' in own) return { ...own, items: [...common.items, ...own.items] };
  return own;
}
