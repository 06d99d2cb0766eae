import type { Location } from '../source/index.ts';
import type { Waiver } from './waiver.ts';

/**
 * `planproof:ignore <rule>[, <rule>…] until=YYYY-MM-DD [by=<name>] -- <reason>`, in a comment on the line, or on
 * the line above, of the finding or of its subject's header.
 */
const MARKER = /^[\s*#/]*planproof:ignore\b(.*)$/s;

export function isInlineWaiver(comment: string): boolean {
  return MARKER.test(comment);
}

/** Reads a waiver from a comment; what is wrong with it is told in `problem`, and then it waives nothing. */
export function parseInlineWaiver(comment: { readonly text: string; readonly location: Location }): Waiver {
  const [statement = '', ...reasonParts] = (MARKER.exec(comment.text)?.[1] ?? '').split(' -- ');
  const reason = reasonParts.join(' -- ').trim();
  const words = statement.split(/[\s,]+/).filter((word) => word !== '');
  const option = (name: string): string | null =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  const rules = words.filter((word) => !word.includes('='));
  const until = option('until');
  const problem =
    rules.length === 0
      ? 'it names no rule'
      : reason === ''
        ? 'it gives no reason after " -- "'
        : until === null
          ? 'it has no until=YYYY-MM-DD'
          : undefined;
  const { file, span } = comment.location;
  return {
    kind: 'inline',
    rules,
    reason,
    approver: option('by'),
    until,
    location: comment.location,
    scope: {
      line: { path: file.path, line: waivedLine(comment.location, file.positionAt(span.start).line) },
    },
    ...(problem !== undefined && { problem }),
  };
}

/** A comment of more lines is a text of its own, and waives nothing that follows. */
const MAX_COMMENT_LINES = 50;

/** The comment's own line when something stands before it, else the next line that holds more than a comment. */
function waivedLine({ file, span }: Location, line: number): number {
  const before = file.lineText(line).slice(0, file.positionAt(span.start).column - 1);
  if (/[^\s#/*]/.test(before)) return line;
  const last = Math.min(file.lineCount, line + MAX_COMMENT_LINES);
  for (let next = line + 1; next <= last; next++) if (/^\s*[^\s#/]/.test(file.lineText(next))) return next;
  return line;
}
