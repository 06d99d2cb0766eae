import { RegoSet, showRegoValue } from './value.ts';

export const objectBuiltins = {
  /** Objects by key, deeply; sets by element; arrays as a contiguous part; a set within an array. */
  'object.subset': (whole: unknown, part: unknown): boolean | undefined => {
    if (whole instanceof RegoSet && part instanceof RegoSet) return holdsAll(whole.elements, part.elements);
    if (Array.isArray(whole) && part instanceof RegoSet) return holdsAll(whole, part.elements);
    if (Array.isArray(whole) && Array.isArray(part)) return holdsRun(whole, part);
    if (isObject(whole) && isObject(part)) return covers(whole, part);
    return undefined;
  },
};

function holdsAll(whole: readonly unknown[], part: readonly unknown[]): boolean {
  const present = new Set(whole.map(showRegoValue));
  return part.every((element) => present.has(showRegoValue(element)));
}

function holdsRun(whole: readonly unknown[], part: readonly unknown[]): boolean {
  const shown = whole.map(showRegoValue);
  const wanted = part.map(showRegoValue);
  for (let start = 0; start + wanted.length <= shown.length; start++) {
    if (wanted.every((element, i) => element === shown[start + i])) return true;
  }
  return false;
}

function covers(whole: unknown, part: unknown): boolean {
  if (isObject(whole) && isObject(part)) {
    return Object.entries(part).every(
      ([key, value]) => Object.hasOwn(whole, key) && covers(whole[key], value),
    );
  }
  if (whole instanceof RegoSet && part instanceof RegoSet) return holdsAll(whole.elements, part.elements);
  if (Array.isArray(whole) && Array.isArray(part)) return holdsRun(whole, part);
  return showRegoValue(whole) === showRegoValue(part);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RegoSet);
}
