import { displayWidth, visible } from '../../reporters/parts/index.ts';

/** Columns of a line of a label, and how many lines one text may take. */
const COLUMNS = 30;
const LINES = 3;

/** A text in lines that are short enough for a box: cut between words, in words where one is too long, and at the end. */
export function linesOf(raw: string, columns: number = COLUMNS): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of visible(raw.slice(0, columns * LINES * 4))
    .split(' ')
    .flatMap((one) => pieces(one, columns))) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (displayWidth(joined) <= columns) line = joined;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= LINES) return lines;
  return [...lines.slice(0, LINES - 1), `${lines[LINES - 1] ?? ''}…`];
}

/** A word that is longer than a line, in pieces; addresses are cut behind their separators where they have some. */
function pieces(word: string, columns: number): readonly string[] {
  if (displayWidth(word) <= columns) return [word];
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (displayWidth(piece) + displayWidth(character) > columns) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}
