import { isSimple } from './simple.ts';

let graphemes: Intl.Segmenter | undefined;

/** Made for the first text that needs it: it costs as much as reading a hundred files. */
function segmenter(): Intl.Segmenter {
  return (graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' }));
}

/** Ideographs, syllables, full-width forms and emoji take two columns of a terminal. */
const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji}\ufe0f/u;

const ZERO = /^[\p{M}\p{Cf}]*$/u;
/** What a reader takes for one character: its text, where it begins, and how many columns it takes. */
export interface Character {
  readonly text: string;
  readonly index: number;
  readonly width: number;
}

export function charactersOf(text: string): readonly Character[] {
  if (isSimple(text)) return Array.from(text, (character, index) => ({ text: character, index, width: 1 }));
  return Array.from(segmenter().segment(text), ({ segment, index }) => ({
    text: segment,
    index,
    width: WIDE.test(segment) ? 2 : ZERO.test(segment) ? 0 : 1,
  }));
}

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  if (isSimple(text)) return text.length;
  return charactersOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** Spaces added on the right up to a number of columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Lines of at most so many columns, broken between words; a longer word keeps a line for itself. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const columns = displayWidth(word);
    if (line !== '' && used + 1 + columns > width) {
      lines.push(line);
      line = word;
      used = columns;
    } else {
      line = line === '' ? word : `${line} ${word}`;
      used += (used === 0 ? 0 : 1) + columns;
    }
  }
  return [...lines, line];
}
