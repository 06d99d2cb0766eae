import type { Span } from '../../source/index.ts';

export interface HtmlParts {
  readonly comments: readonly Span[];
  readonly rest: readonly Span[];
  readonly anchors: readonly Span[];
  readonly targets: readonly Span[];
}

/** Splits a stretch of HTML into comments and the rest, and finds the attributes that matter for links. */
export function htmlParts(text: string, span: Span): HtmlParts {
  // A mark that begins here may end behind; beyond that nothing is looked at, for there is a stretch for each tag.
  const own = text.slice(span.start, span.end + 3);
  const length = span.end - span.start;
  const comments: Span[] = [];
  const rest: Span[] = [];
  for (let at = 0; at < length;) {
    const open = own.indexOf('<!--', at);
    const start = open === -1 || open >= length ? length : open;
    if (start > at) rest.push({ start: at, end: start });
    if (start === length) break;
    const close = own.indexOf('-->', start + 4);
    const end = close === -1 || close >= length ? length : close + 3;
    comments.push({ start, end });
    at = end;
  }
  const inText = ({ start, end }: Span): Span => ({ start: span.start + start, end: span.start + end });
  return {
    comments: comments.map(inText),
    rest: rest.map(inText),
    anchors: rest.flatMap((part) => attributes(own, part, ANCHORS)).map(inText),
    targets: rest.flatMap((part) => attributes(own, part, TARGETS)).map(inText),
  };
}

const ANCHORS = /\s(?:id|name)\s*=\s*(["'])([^"'<>]*)\1/gi;
const TARGETS = /\s(?:href|src)\s*=\s*(["'])([^"'<>]*)\1/gi;

function attributes(text: string, part: Span, pattern: RegExp): Span[] {
  const own = text.slice(part.start, part.end);
  if (!own.includes('=')) return [];
  return [...own.matchAll(pattern)].map((match) => {
    const end = part.start + match.index + match[0].length - 1;
    return { start: end - (match[2]?.length ?? 0), end };
  });
}
