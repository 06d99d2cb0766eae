import type { Line } from './lines.ts';
import type { Heredoc } from './tree.ts';

const HEREDOC = /<<-?[ \t]*(?:"([\w.]{1,100})"|'([\w.]{1,100})'|([\w.]{1,100}))/g;

/** Where the lines are that may end a heredoc, by what stands in them. */
export type Ends = ReadonlyMap<string, readonly number[]>;

export function endsOf(lines: readonly Line[]): Ends {
  const ends = new Map<string, number[]>();
  for (const [index, { text }] of lines.entries()) {
    const name = text.replace(/^\t+/, '');
    if (!/^[\w.]{1,100}$/.test(name)) continue;
    const found = ends.get(name);
    if (found) found.push(index);
    else ends.set(name, [index]);
  }
  return ends;
}

/** The first of sorted numbers that is not below another one. */
function firstFrom(numbers: readonly number[], from: number): number | undefined {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}

/** The heredocs that a line begins, and the index of the line after them. */
export function heredocsOf(
  lines: readonly Line[],
  ends: Ends,
  from: number,
  text: string,
): { readonly heredocs: readonly Heredoc[]; readonly next: number } {
  const heredocs: Heredoc[] = [];
  let next = from;
  for (const match of text.matchAll(HEREDOC)) {
    // Three of them are a text that a shell reads, and no lines follow.
    if (text.charAt(match.index - 1) === '<') continue;
    const [, double, single, bare] = match;
    const name = double ?? single ?? bare ?? '';
    const end = firstFrom(ends.get(name) ?? [], next);
    if (end === undefined) break;
    const body = lines.slice(next, end);
    const start = lines[next]?.start ?? 0;
    heredocs.push({
      name,
      text: body.map((line) => line.text).join('\n'),
      span: { start, end: lines[end]?.start ?? start },
    });
    next = end + 1;
  }
  return { heredocs, next };
}
