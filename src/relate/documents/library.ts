import {
  known,
  unknown,
  valueOf,
  type Fact,
  type PlanReferenceFacts,
  type SectionFacts,
  type SubjectOf,
} from '../../model/index.ts';
import { parseReference } from '../../plan/index.ts';
import { reasonOf } from '../facts.ts';

/** The documents of the tree, and what else lies in it. */
export interface Library {
  /** Is there a file or folder of this path? */
  readonly exists: (path: string) => boolean;
  readonly byPath: ReadonlyMap<string, SubjectOf<'document'>>;
  readonly byId: ReadonlyMap<string, SubjectOf<'document'>>;
  /** The sections at an anchor: the heading's and those below it. undefined: no heading gives that anchor. */
  sections(document: SubjectOf<'document'>, anchor: string | undefined): readonly SectionFacts[] | undefined;
}

export function libraryOf(
  documents: readonly SubjectOf<'document'>[],
  exists: (path: string) => boolean,
): Library {
  const anchors = new Map<string, ReadonlyMap<string, number>>();
  const anchorsOf = (document: SubjectOf<'document'>): ReadonlyMap<string, number> => {
    const made = anchors.get(document.id) ?? makeAnchors(document.facts.sections);
    anchors.set(document.id, made);
    return made;
  };
  const existing = new Map<string, boolean>();
  return {
    exists: (path) => {
      const answer = existing.get(path) ?? exists(path);
      existing.set(path, answer);
      return answer;
    },
    byPath: new Map(documents.map((document) => [document.facts.path, document])),
    byId: new Map(documents.map((document) => [document.id, document])),
    sections: (document, anchor) => {
      const { sections } = document.facts;
      if (anchor === undefined) return sections;
      const start = anchorsOf(document).get(anchor.toLowerCase());
      return start === undefined ? undefined : sections.slice(start, endOf(sections, start));
    },
  };
}

function makeAnchors(sections: readonly SectionFacts[]): ReadonlyMap<string, number> {
  const byAnchor = new Map<string, number>();
  sections.forEach(({ anchors }, index) => {
    for (const anchor of anchors) if (!byAnchor.has(anchor)) byAnchor.set(anchor, index);
  });
  return byAnchor;
}

function endOf(sections: readonly SectionFacts[], start: number): number {
  const level = sections[start]?.level ?? 0;
  for (let end = start + 1; end < sections.length; end++)
    if ((sections[end]?.level ?? 0) <= level) return end;
  return sections.length;
}

/** What a named file comes to. `document`: it is one whose sections are known, those at the anchor given. */
export interface Found {
  readonly exists: Fact<boolean>;
  readonly document?: { readonly subject: SubjectOf<'document'>; readonly sections: readonly SectionFacts[] };
}

export function findReference(library: Library, path: Fact<string>): Found {
  const text = valueOf(path);
  if (text === undefined) return { exists: unknown(reasonOf(path) ?? 'its path is not known', path.at) };
  const reference = parseReference(text);
  // What stands elsewhere is never fetched.
  if (reference.url) return { exists: unknown(`${text} lies outside the files`, path.at) };
  if (reference.path === undefined || !library.exists(reference.path))
    return { exists: known(false, path.at) };
  const subject = library.byPath.get(reference.path);
  if (!subject) return { exists: known(true, path.at) };
  const sections = library.sections(subject, reference.anchor);
  // An anchor leads nowhere once its heading was renamed, and whoever follows it in a hurry is lost.
  if (!sections)
    return {
      exists: known(false, path.at, [
        { location: subject.location, message: `has no section #${reference.anchor ?? ''}` },
      ]),
    };
  return { exists: known(true, path.at), document: { subject, sections } };
}

export function relateReference<R extends PlanReferenceFacts>(reference: R, library: Library): R {
  return { ...reference, exists: findReference(library, reference.path).exists };
}
