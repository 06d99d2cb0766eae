import type { Truth } from './build.ts';

const LENGTH = 200;

/** Does a name fit a pattern as Jenkins compares them? Patterns that could take long are not tried out. */
export function fits(name: string, pattern: string, comparator: string): Truth {
  if (comparator === 'REGEXP') return fitsExpression(name, pattern);
  if (comparator === 'EQUALS' || !/[*?]/.test(pattern)) return name === pattern;
  if (pattern.length > LENGTH || (pattern.match(/\*+/g)?.length ?? 0) > 3) return undefined;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]')
    .replaceAll('\0', '.*');
  return new RegExp(`^${source}$`).test(name);
}

/** The whole name, without repetitions but at the ends of its parts. */
export function fitsExpression(name: string, source: string): Truth {
  if (source.length > LENGTH || !/^\^?(?:[\w/|()-]|\.\*|\.\+|\\[d.]\+?)+\$?$/.test(source)) return undefined;
  if ((source.match(/[*+]/g)?.length ?? 0) > 3) return undefined;
  try {
    return new RegExp(`^(?:${source.replace(/^\^|\$$/g, '')})$`).test(name);
  } catch {
    return undefined;
  }
}

/** A name that a pattern fits, for the builds that are looked at. */
export const sampleOf = (pattern: string): string => pattern.replaceAll(/\*+|\?|\.[*+]/g, 'x');
