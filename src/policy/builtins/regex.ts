/**
 * Regular expressions of the functions that OPA's Wasm lacks. Wasm's own `regex.match` is RE2; here the pattern is
 * translated for JavaScript, and what RE2 does not know (lookaround, back-references) is refused likewise.
 */
export const regexBuiltins = {
  'regex.replace': (text: string, pattern: string, replacement: string): string | undefined => {
    const regex = translated(pattern);
    if (regex === undefined) return undefined;
    let result = '';
    let from = 0;
    for (const match of matches(regex, text)) {
      result += text.slice(from, match.index) + expanded(replacement, match);
      from = match.index + match[0].length;
    }
    return result + text.slice(from);
  },
  'regex.split': (pattern: string, text: string): string[] | undefined => {
    const regex = translated(pattern);
    if (regex === undefined) return undefined;
    if (text === '' && pattern !== '') return [''];
    const parts: string[] = [];
    let from = 0;
    let end = -1;
    for (const match of matches(regex, text)) {
      end = match.index;
      if (match.index + match[0].length > 0) parts.push(text.slice(from, end));
      from = match.index + match[0].length;
    }
    return end === text.length ? parts : [...parts, text.slice(from)];
  },
  'regex.find_n': (pattern: string, text: string, count: number): string[] | undefined => {
    const regex = translated(pattern);
    if (regex === undefined) return undefined;
    const all = Array.from(matches(regex, text), (match) => match[0]);
    return count < 0 ? all : all.slice(0, count);
  },
};

/** As Go, without an empty match right after another match. */
function* matches(regex: RegExp, text: string): Generator<RegExpExecArray> {
  let end = -1;
  for (const match of text.matchAll(regex)) {
    if (match[0] === '' && match.index === end) continue;
    yield match;
    end = match.index + match[0].length;
  }
}

const cache = new Map<string, RegExp | undefined>();

function translated(pattern: string): RegExp | undefined {
  if (!cache.has(pattern)) cache.set(pattern, compiled(pattern));
  return cache.get(pattern);
}

function compiled(pattern: string): RegExp | undefined {
  if (/\(\?<?[=!]|\\[1-9]|\\k</.test(pattern)) return undefined;
  const flags = /^\(\?([ims]+)\)/.exec(pattern);
  const source = pattern
    .slice(flags?.[0].length ?? 0)
    .replaceAll('(?P<', '(?<')
    .replaceAll(/\[:(\w+):\]/g, (_, name: string) => POSIX_CLASSES[name] ?? '')
    .replaceAll('\\A', '(?<![^])')
    .replaceAll('\\z', '(?![^])');
  try {
    return new RegExp(source, `gu${flags?.[1] ?? ''}`);
  } catch {
    return undefined;
  }
}

const POSIX_CLASSES: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  upper: 'A-Z',
  space: '\\s',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
};

/** Go's template of a replacement: `$1`, `${1}`, `${name}`, `$$`. */
function expanded(template: string, match: RegExpExecArray): string {
  return template.replaceAll(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, bare?: string, braced?: string) => {
    if (whole === '$$') return '$';
    const name = bare ?? braced ?? '';
    return (/^\d+$/.test(name) ? match[Number(name)] : match.groups?.[name]) ?? '';
  });
}
