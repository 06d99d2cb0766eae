import { unescaped } from './destination.ts';
import type { Inline } from './inline.ts';

/** A text as people read it: without the marks of emphasis, links and code, and without HTML. */
export function plainText(text: string, { prose, code }: Inline): string {
  return [...prose, ...code]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end))
    .map((part) =>
      part.startsWith('`')
        ? part.replace(/^`+ ?| ?`+$/g, '')
        : unescaped(part.replace(/!?\[|\]|\*|~~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')),
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
