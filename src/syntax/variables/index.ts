/** Texts with variables in them, as Compose and Dockerfiles have them: `$NAME`, `${NAME}`, `${NAME:-default}`. */

export { fillVariables } from './fill.ts';

/** What a variable is worth: its text, or why that is not known. Undefined: nobody says. */
export type Lookup = (name: string) => { readonly text: string } | { readonly missing: string } | undefined;

/** A text with the values of its variables, or why it has none. */
export type Interpolated = { readonly text: string } | { readonly missing: string };

/** Defaults inside defaults; nobody writes more. */
const MAX_DEPTH = 8;
/** Longer texts with variables in them are none that anyone writes; looking for braces in them would take too long. */
const MAX_LENGTH = 10_000;
const NAME = /[A-Z_]\w*/iy;

/**
 * Puts values in the place of variables; `$$` is a dollar sign.
 * @param absent why a variable has no value that nobody gives one, and that has no default
 */
export function interpolate(
  text: string,
  lookup: Lookup,
  absent: (name: string) => string,
  depth = 0,
): Interpolated {
  if (!text.includes('$')) return { text };
  if (text.length > MAX_LENGTH) return { missing: 'the text that its variables stand in is too long' };
  if (depth > MAX_DEPTH) return { missing: 'its variables lie in each other too deeply' };
  let result = '';
  let at = 0;
  for (let dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', at)) {
    result += text.slice(at, dollar);
    if (result.length > MAX_LENGTH) return { missing: 'its variables make it too long' };
    const next = text.charAt(dollar + 1);
    if (next === '$') {
      result += '$';
      at = dollar + 2;
      continue;
    }
    const braced = next === '{';
    const end = braced ? closing(text, dollar + 2) : dollar + 1 + nameAt(text, dollar + 1).length;
    if (end === undefined || end === dollar + 1) {
      result += '$';
      at = dollar + 1;
      continue;
    }
    const written = text.slice(dollar + (braced ? 2 : 1), end);
    const value = expand(written, lookup, absent, depth);
    if ('missing' in value) return value;
    result += value.text;
    at = end + (braced ? 1 : 0);
  }
  return { text: result + text.slice(at) };
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0] ?? '';
}

/** Where the brace stands that closes one that was opened before. */
function closing(text: string, from: number): number | undefined {
  let open = 1;
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '{' && text.charAt(at - 1) === '$') open++;
    else if (sign === '}' && --open === 0) return at;
  }
  return undefined;
}

/** `NAME`, `NAME:-default`, `NAME-default`, `NAME:?message`, `NAME:+instead`, … */
function expand(
  written: string,
  lookup: Lookup,
  absent: (name: string) => string,
  depth: number,
): Interpolated {
  const name = nameAt(written, 0);
  if (name === '') return { missing: `\`\${${written}}\` names no variable` };
  const rest = written.slice(name.length);
  const orEmpty = rest.startsWith(':');
  const operator = rest.charAt(orEmpty ? 1 : 0);
  const word = rest.slice(orEmpty ? 2 : 1);
  const found = lookup(name);
  if (found && 'missing' in found) return found;
  const given = found !== undefined && !(orEmpty && found.text === '');
  switch (operator) {
    case '-':
      return given ? found : interpolate(word, lookup, absent, depth + 1);
    case '+':
      return given ? interpolate(word, lookup, absent, depth + 1) : { text: '' };
    default:
      return given ? found : { missing: absent(name) };
  }
}
