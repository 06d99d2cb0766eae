import type { ProseDocument, ProseLink } from '../../syntax/prose/index.ts';

/** No document is put together from more files, nor one within another more often. */
const MAX_FILES = 200;
const MAX_DEPTH = 8;

/** A document whose text becomes a part of another one. */
export interface Included {
  /** Where in the other one. */
  readonly at: number;
  readonly document: ProseDocument;
  /** What it includes itself. */
  readonly included: readonly Included[];
}

export interface Inclusion {
  readonly included: readonly Included[];
  /** What could not be read, as written. */
  readonly missing: readonly ProseLink[];
}

/** All that a document takes in, as far as it can be read; nothing is taken into itself. */
export function inclusionOf(
  document: ProseDocument,
  find: (document: ProseDocument, link: ProseLink) => ProseDocument | undefined,
): Inclusion {
  const missing: ProseLink[] = [];
  let files = 0;
  const read = (from: ProseDocument, above: readonly string[]): readonly Included[] =>
    from.links.flatMap((link): Included[] => {
      if (link.kind !== 'include') return [];
      const found = files < MAX_FILES && above.length < MAX_DEPTH ? find(from, link) : undefined;
      if (!found || above.includes(found.file.path)) {
        if (isText(link.target)) missing.push(link);
        return [];
      }
      files++;
      const included = read(found, [...above, found.file.path]);
      return [{ at: link.location.span.start, document: found, included }];
    });
  return { included: read(document, [document.file.path]), missing };
}

/** Settings and code that a document shows hold no sections of it. */
function isText(target: string): boolean {
  return /\.(?:adoc|asciidoc|rst|txt|inc|md)$|\{/i.test(target);
}
