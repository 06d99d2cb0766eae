import type { Span } from '../../source/index.ts';

export interface HtmlParts {
  readonly comments: readonly Span[];
  readonly rest: readonly Span[];
  readonly anchors: readonly Span[];
  readonly targets: readonly Span[];
}

/** Splits a stretch of HTML into comments and the rest, and finds the attributes that matter for links. */
export function htmlParts(text: string, span: Span): HtmlParts {
  const comments: Span[] = [];
  const rest: Span[] = [];
  for (let at = span.start; at < span.end;) {
    const open = text.indexOf('<!--', at);
    const start = open === -1 || open >= span.end ? span.end : open;
    if (start > at) rest.push({ start: at, end: start });
    if (start === span.end) break;
    const close = text.indexOf('-->', start + 4);
    const end = close === -1 || close >= span.end ? span.end : close + 3;
    comments.push({ start, end });
    at = end;
  }
  return {
    comments,
    rest,
    anchors: rest.flatMap((part) => attributes(text, part, /\s(?:id|name)\s*=\s*(["'])([^"'<>]*)\1/gi)),
    targets: rest.flatMap((part) => attributes(text, part, /\s(?:href|src)\s*=\s*(["'])([^"'<>]*)\1/gi)),
  };
}

function attributes(text: string, part: Span, pattern: RegExp): Span[] {
  return [...text.slice(part.start, part.end).matchAll(pattern)].map((match) => {
    const end = part.start + match.index + match[0].length - 1;
    return { start: end - (match[2]?.length ?? 0), end };
  });
}
