import type { Span } from '../../source/index.ts';

/** Lines joined to one text, with the way back from its offsets to the file's. */
export interface JoinedText {
  readonly text: string;
  inFile(span: Span): Span;
}

export function joinLines(text: string, lines: readonly Span[]): JoinedText {
  const [first] = lines;
  if (lines.length <= 1) {
    const start = first?.start ?? 0;
    return {
      text: first ? text.slice(first.start, first.end) : '',
      inFile: (span) => ({ start: start + span.start, end: start + span.end }),
    };
  }
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.end - line.start + 1;
  }
  const offset = (at: number): number => {
    const index = lastAtMost(starts, at);
    return (lines[index]?.start ?? 0) + at - (starts[index] ?? 0);
  };
  return {
    text: lines.map((line) => text.slice(line.start, line.end)).join('\n'),
    inFile: ({ start, end }) => ({
      start: offset(start),
      end: end > start ? offset(end - 1) + 1 : offset(start),
    }),
  };
}

function lastAtMost(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
