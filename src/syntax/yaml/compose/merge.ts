import { setProperty } from '../../data/index.ts';

/**
 * Adds what the values of merge keys bring in. A mapping's own keys win over merged ones, earlier sources over later
 * ones. false: a source is neither a mapping nor a list of mappings; what is, was merged.
 */
export function mergeInto(target: Record<string, unknown>, sources: readonly unknown[]): boolean {
  let allMappings = true;
  for (const source of sources.flat(1)) {
    // An empty `<<:` and an alias that could not be followed (reported already) bring nothing in.
    if (source === null) continue;
    if (typeof source !== 'object' || Array.isArray(source)) {
      allMappings = false;
      continue;
    }
    for (const [key, value] of Object.entries(source)) {
      if (!Object.hasOwn(target, key)) setProperty(target, key, value);
    }
  }
  return allMappings;
}
