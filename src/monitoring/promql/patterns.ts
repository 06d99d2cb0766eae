/**
 * What a matcher's regular expression says, as far as it can be said in other words. Prometheus matches whole
 * values, in RE2's syntax: https://github.com/google/re2/wiki/Syntax
 */
export type PatternReading =
  /** RE2 refuses it; the message finishes "a pattern that …". */
  | { readonly kind: 'broken'; readonly message: string }
  /** It matches every value, also the empty one. */
  | { readonly kind: 'everything' }
  /** It matches every value but the empty one. */
  | { readonly kind: 'something' }
  /** It is one plain text. */
  | { readonly kind: 'text'; readonly text: string }
  /** It has `^` in front or `$` behind, where the whole value is matched anyway. */
  | { readonly kind: 'anchored' }
  /** It looks for a piece of the value, so that one label holds several things. */
  | { readonly kind: 'piece' }
  | { readonly kind: 'other' };

/** Reads a pattern; a long one takes as many steps as it has characters. */
export function readPattern(pattern: string): PatternReading {
  const reader = new PatternReader(pattern);
  const items = reader.read();
  if (reader.problem !== undefined) return { kind: 'broken', message: reader.problem };
  const flat = unwrap(items);
  if (flat.every(({ kind }) => kind === 'literal'))
    return { kind: 'text', text: flat.map((item) => (item.kind === 'literal' ? item.text : '')).join('') };
  const [only, second] = flat;
  if (only?.kind === 'wildcard' && !second) return { kind: only.empty ? 'everything' : 'something' };
  if (reader.anchored) return { kind: 'anchored' };
  return { kind: isPiece(flat) ? 'piece' : 'other' };
}

type Item =
  | { readonly kind: 'literal'; readonly text: string }
  /** `.*`, which takes the empty text, or `.+`. */
  | { readonly kind: 'wildcard'; readonly empty: boolean }
  | { readonly kind: 'group'; readonly items: readonly Item[] }
  | { readonly kind: 'other' };

/** A group that is the whole pattern says what is in it. */
function unwrap(items: readonly Item[]): readonly Item[] {
  let inner = items;
  for (let only = inner[0]; inner.length === 1 && only?.kind === 'group'; only = inner[0]) inner = only.items;
  return inner;
}

/** `a.*b` or `.*a.*`, and nothing but texts and wildcards. */
function isPiece(items: readonly Item[]): boolean {
  const kinds = items.map(({ kind }) => kind);
  const runs = kinds.filter((kind, index) => kind !== kinds[index - 1]);
  return runs.length > 2 && runs.every((kind) => kind === 'literal' || kind === 'wildcard');
}

class PatternReader {
  problem: string | undefined;
  anchored = false;
  readonly #pattern: string;
  /** Inside each open group: its items, and whether it has alternatives. */
  readonly #open: { items: Item[]; alternatives: boolean }[] = [];
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  read(): readonly Item[] {
    let current = { items: [] as Item[], alternatives: false };
    const pattern = this.#pattern;
    while (this.#at < pattern.length && this.problem === undefined) {
      const character = pattern.charAt(this.#at);
      if (character === '(') {
        this.#open.push(current);
        current = { items: [], alternatives: false };
        this.#openGroup();
      } else if (character === ')') {
        this.#at++;
        const outer = this.#open.pop();
        if (!outer) {
          this.problem = 'closes a group that is not open';
          break;
        }
        outer.items.push(current.alternatives ? OTHER : { kind: 'group', items: current.items });
        current = outer;
      } else if (character === '|') {
        this.#at++;
        current.alternatives = true;
        current.items = [];
      } else this.#item(current.items);
    }
    if (this.#open.length > 0) this.problem ??= 'leaves a group open';
    return current.alternatives ? [OTHER] : current.items;
  }

  /** Goes behind `(`, and behind its flags or name. */
  #openGroup(): void {
    const rest = this.#pattern.slice(this.#at, this.#at + 64);
    const match = /^\(\?(?:P?<\w+>|[imsU]*(?:-[imsU]+)?(?::|(?=\))))/.exec(rest);
    if (match) this.#at += match[0].length;
    else if (/^\(\?<?[=!]/.test(rest)) this.problem = 'looks ahead or behind, which RE2 cannot';
    else if (rest.startsWith('(?')) this.problem = 'has a group that RE2 does not know';
    else this.#at++;
  }

  #item(items: Item[]): void {
    const pattern = this.#pattern;
    const character = pattern.charAt(this.#at);
    if (character === '^' || character === '$') {
      this.#at++;
      this.anchored = true;
      return;
    }
    const repetition = this.#repetition();
    if (repetition !== undefined) {
      const last = items.pop();
      if (last === undefined) this.problem = 'repeats nothing';
      else
        items.push(
          last === ANY && repetition.length === 1 && repetition !== '?' ? wildcard(repetition) : OTHER,
        );
      return;
    }
    if (character === '[') {
      const end = classEnd(pattern, this.#at);
      if (end < 0) this.problem = 'leaves a class of characters open';
      this.#at = end + 1;
      items.push(OTHER);
      return;
    }
    if (character === '\\') {
      items.push(this.#escape());
      return;
    }
    this.#at++;
    items.push(character === '.' ? ANY : { kind: 'literal', text: character });
  }

  /** `*`, `+`, `?` or `{1,2}`, with the `?` behind it; nothing where there is none. */
  #repetition(): string | undefined {
    const match = /^(?:[*+?]|\{\d{1,4}(?:,\d{0,4})?\})\??/.exec(this.#pattern.slice(this.#at, this.#at + 16));
    if (!match) return undefined;
    this.#at += match[0].length;
    return match[0];
  }

  #escape(): Item {
    const next = this.#pattern.charAt(this.#at + 1);
    this.#at += 2;
    if (next === '') this.problem = 'ends in a backslash';
    else if (/[1-9]/.test(next)) this.problem = 'refers to a group, which RE2 cannot';
    return /\w/.test(next) ? OTHER : { kind: 'literal', text: next };
  }
}

const OTHER: Item = { kind: 'other' };
/** One character, whichever. */
const ANY: Item = { kind: 'other' };

function wildcard(repetition: string): Item {
  return { kind: 'wildcard', empty: repetition === '*' };
}

/** Where a class of characters ends; below zero where it does not. */
function classEnd(pattern: string, start: number): number {
  let at = start + 1;
  if (pattern[at] === '^') at++;
  if (pattern[at] === ']') at++;
  for (; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern.startsWith('[:', at)) at = Math.max(at, pattern.indexOf(':]', at) + 1);
    else if (pattern[at] === ']') return at;
  }
  return -1;
}
