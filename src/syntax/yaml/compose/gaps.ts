/** What stands between the scalars of a chunk; js-yaml's events say nothing about it. */

const isBlank = (unit: number): boolean => unit === 32 || unit === 9;
const isBreak = (unit: number): boolean => unit === 10 || unit === 13;

/** The first offset from `from` on that is neither blank nor in a comment. */
export function skipGap(text: string, from: number): number {
  let i = from;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isBlank(unit) || isBreak(unit)) continue;
    if (unit !== 35 || !opensComment(text, i)) return i;
    while (i < text.length && !isBreak(text.charCodeAt(i))) i++;
  }
  return text.length;
}

/** A `#` opens a comment at the start of a line and after a blank. */
export function opensComment(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return isBlank(before) || isBreak(before) || before === 0xfeff;
}

/** The end of a flow collection whose last child ends at `from`: the offset after its bracket. */
export function flowEnd(text: string, from: number): number {
  for (let i = skipGap(text, from); i < text.length; i = skipGap(text, i + 1)) {
    const character = text.charAt(i);
    if (character === ']' || character === '}') return i + 1;
    if (character !== ',') break;
  }
  return from;
}

/**
 * Where the `|` or `>` of a block scalar stands whose content starts at `content`: on the line before it, after
 * nothing but the indicators and properties that end at `floor`.
 */
export function blockStart(text: string, floor: number, content: number, literal: boolean): number {
  let line = content;
  if (line > floor && isBreak(text.charCodeAt(line - 1))) line--;
  if (line > floor && text.charCodeAt(line) === 10 && text.charCodeAt(line - 1) === 13) line--;
  while (line > floor && !isBreak(text.charCodeAt(line - 1))) line--;
  const mark = text.indexOf(literal ? '|' : '>', line);
  return mark < 0 || mark > content ? floor : mark;
}

/** Without the line ends after its last line, which are not part of what the author sees as the text. */
export function blockEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start + 1 && isBreak(text.charCodeAt(i - 1))) i--;
  return i;
}
