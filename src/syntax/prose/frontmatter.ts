import type { Span } from '../../source/index.ts';

/** The lines between two `---` at the very top of a file. */
export function frontMatterOf(text: string): { readonly text: string; readonly span: Span } | undefined {
  const opening = /^---[ \t]*(?:\r\n?|\n)/.exec(text);
  if (!opening) return undefined;
  const start = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*$/gm;
  closing.lastIndex = start;
  const end = closing.exec(text);
  return end ? { text: text.slice(start, end.index), span: { start, end: end.index } } : undefined;
}

/** The text with its front matter as blanks, so that offsets stay and no mark of it is taken for the document's. */
export function withoutFrontMatter(text: string): string {
  const span = frontMatterOf(text)?.span;
  if (!span) return text;
  const end = text.indexOf('\n', span.end);
  const cut = end === -1 ? text.length : end;
  return text.slice(0, cut).replace(/[^\r\n]/g, ' ') + text.slice(cut);
}
