import { visible } from '../parts/index.ts';

/**
 * Words that no renderer takes for anything else: letters and digits, joined by hyphens or apostrophes, with quotes
 * around and a mark behind. Whatever has another sign might be markup, a mention, a link, a reference or an emoji.
 */
const PLAIN = /^["'“‘]?[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*%?["'”’]?[.,;:!?]?$|^[–—…]$/u;
/** Words that hosts make links of: hashes of commits, `GH-12`, and what each project has set up like it. */
const REFERENCE = /^["'“‘]?(?:[0-9a-f]{7,64}|\p{L}[\p{L}\p{N}]*-\d+|www)["'”’]?[.,;:!?]?$/iu;
/** At the start of a line it would number a list. */
const NUMBER = /^\d+[.)]$/;
/** Parentheses around words are not theirs; those of `f(x)` are. */
const PARENTHESES = /^(\(?)([^()]+)(\)[.,;:!?]?)?$/;
const LETTER = /[\p{L}\p{N}]/u;
/** Between parentheses some hosts make signs of these. */
const SIGN = /^(?:[cpr]|tm)$/i;
const END = /[.,;:!?]$/;
/** Longer texts are nobody's sentence, and longer names nobody's name. */
const LONGEST_TEXT = 1000;
const LONGEST_CODE = 300;

/** Text from the scanned files that stays text: words as they are, and whatever could be more than a word as code. */
export function text(raw: string): string {
  const pieces: string[] = [];
  let held: string[] = [];
  let opening = '';
  const push = (piece: string): void => {
    pieces.push(opening + piece);
    opening = '';
  };
  const release = (): void => {
    if (held.length === 0) return;
    const all = held.join(' ');
    const end = END.exec(all)?.[0] ?? '';
    push(code(all.slice(0, all.length - end.length)) + end);
    held = [];
  };
  for (const word of visible(shortened(raw, LONGEST_TEXT)).split(/\s+/)) {
    if (word === '') continue;
    const isFirst = pieces.length === 0 && held.length === 0;
    const { open, inner, close } = isFirst && NUMBER.test(word) ? whole(word) : parted(word);
    if (open !== '') release();
    opening += open;
    if (isPlain(inner) && !(isFirst && NUMBER.test(inner)) && !(open && close && SIGN.test(inner))) {
      release();
      push(inner);
    } else {
      held.push(inner);
      // What is separated by a comma is two things.
      if (close !== '' || END.test(inner)) release();
    }
    if (close !== '') pieces.push(`${pieces.pop() ?? ''}${close}`);
  }
  release();
  return pieces.join(' ');
}

interface Parted {
  readonly open: string;
  readonly inner: string;
  /** The parenthesis, and the mark behind it. */
  readonly close: string;
}

function parted(word: string): Parted {
  const [, open = '', inner = '', close = ''] = PARENTHESES.exec(word) ?? [];
  return LETTER.test(inner) ? { open, inner, close } : whole(word);
}

function whole(word: string): Parted {
  return { open: '', inner: word, close: '' };
}

function isPlain(word: string): boolean {
  return PLAIN.test(word) && !REFERENCE.test(word);
}

/** A code span, in which nothing is read; a bar is escaped too, since tables are cut before code is seen. */
export function code(raw: string): string {
  const shown = visible(shortened(raw, LONGEST_CODE)).replaceAll('|', '\\x7c');
  if (shown.trim() === '') return '` `';
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

function shortened(raw: string, longest: number): string {
  return raw.length > longest ? `${raw.slice(0, longest)}…` : raw;
}

const SAFE_URL = /^https:\/\/[\w.~:/?#@!$&'*+,;=%-]+$/;

/** A link to a page on the web, where the address can hold no markup; else the title alone. */
export function link(title: string, url: string): string {
  return SAFE_URL.test(url) ? `[${text(title)}](<${url}>)` : text(title);
}

/** A table of cells that are Markdown already. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = headings.map((_, index) => (numbers.includes(index) ? '--:' : '---'));
  return [line(headings), line(rule), ...rows.map(line)].join('\n');
}
