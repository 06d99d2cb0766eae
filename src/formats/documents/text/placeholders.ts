import { known, type DocumentFacts } from '../../../model/index.ts';
import type { ProseDocument, Piece } from '../../../syntax/prose/index.ts';

/** Capital letters only: `todo` is a Spanish word, applications are called "TODO list", and files `TODO.md`. */
const MARKS = /(?<![\w/-])(?:TODO(?![ -](?:list|app|item|MVC)|s)|TBD|TBC|TBA|FIXME)(?![\w/-]|\.\w)/g;
const PHRASES =
  /(?<![a-z])(?:lorem ipsum|to be (?:defined|determined|decided|done|written|completed|filled in|added later)|(?:fill|write) me(?: in)?|insert [\w ]{1,30} here)(?![a-z])/gi;
const BRACKETS =
  /(?:<|\[|\{\{?)\s*(?:fill[ -]?in|fill|insert|your|add|replace|enter|placeholder|tbd|todo|who|owner name|name of)(?:[ _-][^<>[\]{}\n]{0,60})?(?:>|\](?!\()|\}\}?)/gi;

/** Text that was to be replaced before the document is of use; never in code or comments. */
export function placeholdersOf(document: ProseDocument): DocumentFacts['placeholders'] {
  const found = [
    ...document.prose.flatMap((piece) => matches(piece, [MARKS, PHRASES, BRACKETS])),
    ...document.html.flatMap((piece) => matches(piece, [BRACKETS])),
    ...document.headings.flatMap((heading) => matches(heading, [MARKS, PHRASES, BRACKETS], heading)),
  ];
  return found
    .toSorted((a, b) => a.location.span.start - b.location.span.start)
    .map((piece) => ({ text: known(piece.text, piece.location) }));
}

/** Overlapping matches count once: `<TBD>` is one placeholder. */
function matches(piece: Piece, patterns: readonly RegExp[], whole?: Piece): Piece[] {
  const { file, span } = piece.location;
  const spans = patterns
    .flatMap((pattern) => (piece.text.search(pattern) < 0 ? [] : [...piece.text.matchAll(pattern)]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  const apart = spans.filter((each) => {
    const isApart = each.start >= end;
    end = Math.max(end, each.end);
    return isApart;
  });
  return apart.map(({ start, end }) => ({
    text: piece.text.slice(start, end),
    location: whole?.location ?? { file, span: { start: span.start + start, end: span.start + end } },
  }));
}
