import type { Span } from '../../source/index.ts';
import type { GroovyString } from './tree.ts';

/** Where a span of a text stands in the file. */
export function placeInString({ anchors, text, start, end }: GroovyString, span: Span): Span {
  if (span.start === 0 && span.end >= text.length) return { start, end };
  const from = sourceOffset(anchors, span.start);
  const to = sourceOffset(anchors, Math.max(span.start, span.end - 1)) + 1;
  return { start: from, end: Math.max(from, to) };
}

function sourceOffset(anchors: GroovyString['anchors'], offset: number): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const [text, source] = anchors[low - 1] ?? [0, 0];
  return source + offset - text;
}
