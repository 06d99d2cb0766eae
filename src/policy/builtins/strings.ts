import { RegoSet } from './value.ts';

type Words = string | readonly string[] | RegoSet;

const words = (value: Words): readonly string[] => {
  if (typeof value === 'string') return [value];
  return value instanceof RegoSet ? (value.elements as readonly string[]) : value; // OPA's signature admits strings only
};

export const stringBuiltins = {
  'strings.any_prefix_match': (search: Words, base: Words): boolean =>
    words(search).some((text) => words(base).some((prefix) => text.startsWith(prefix))),
  'strings.any_suffix_match': (search: Words, base: Words): boolean =>
    words(search).some((text) => words(base).some((suffix) => text.endsWith(suffix))),
  'strings.count': (text: string, part: string): number =>
    part === '' ? Array.from(text).length + 1 : text.split(part).length - 1,
  indexof_n: (text: string, part: string): number[] | undefined => {
    if (part === '') return undefined;
    const found: number[] = [];
    let codePoints = 0;
    let from = 0;
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      codePoints += Array.from(text.slice(from, at)).length;
      from = at;
      found.push(codePoints);
    }
    return found;
  },
  'urlquery.encode': (text: string): string =>
    new URLSearchParams([['', text]]).toString().slice(1).replaceAll('*', '%2A').replaceAll('%7E', '~'),
  'urlquery.decode': (text: string): string | undefined => {
    try {
      return decodeURIComponent(text.replaceAll('+', ' '));
    } catch {
      return undefined;
    }
  },
};
