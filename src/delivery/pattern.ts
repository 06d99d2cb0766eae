/** A command pattern of the tables, taken apart. */
export interface Pattern {
  /** Names of the command, without globs. */
  readonly names: readonly string[];
  readonly nameTests: readonly RegExp[];
  readonly rest: readonly Part[];
}

interface Part {
  readonly kind: 'word' | 'optional' | 'any' | 'end';
  readonly tests: readonly (string | RegExp)[];
}

/**
 * Reads `mvn|mvnw ... test|verify`: words in order, `|` between alternatives, `*` for any part of a word,
 * `word?` may be missing, `...` stands for any words, `$` for no more words.
 */
export function parsePattern(source: string): Pattern {
  const [name = '', ...rest] = source.split(' ');
  const names = name.split('|');
  return { names, nameTests: names.map(glob), rest: rest.map(parsePart) };
}

function parsePart(source: string): Part {
  if (source === '...') return { kind: 'any', tests: [] };
  if (source === '$') return { kind: 'end', tests: [] };
  const optional = source.endsWith('?');
  const words = (optional ? source.slice(0, -1) : source).split('|');
  return {
    kind: optional ? 'optional' : 'word',
    tests: words.map((word) => (word.includes('*') ? glob(word) : word)),
  };
}

/** A regular expression for a word with `*`; `deploy*` is `deploy`, `deploy.sh`, `deploy:prod`, not `deployment-docs`. */
export function glob(source: string): RegExp {
  const escaped = source.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const open = escaped.endsWith('*');
  const body = (open ? escaped.slice(0, -1) : escaped).replaceAll('*', '.*');
  return new RegExp(`^${body}${open ? '(?:[^a-z].*)?' : ''}$`);
}

/** The words that a pattern matched, or undefined. Words after the pattern do not matter. */
export function matches(pattern: Pattern, words: readonly string[]): readonly string[] | undefined {
  const matched: string[] = [];
  let at = 0;
  let any = false;
  for (const part of pattern.rest) {
    if (part.kind === 'any') {
      any = true;
      continue;
    }
    if (part.kind === 'end') {
      if (at < words.length) return undefined;
      continue;
    }
    const found = any ? words.findIndex((word, index) => index >= at && fits(part, word)) : at;
    const word = words[found];
    if (word !== undefined && fits(part, word)) {
      matched.push(word);
      at = found + 1;
    } else if (part.kind === 'word') return undefined;
    any = false;
  }
  return matched;
}

function fits(part: Part, word: string): boolean {
  return part.tests.some((test) => (typeof test === 'string' ? test === word : test.test(word)));
}
