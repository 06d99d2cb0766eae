import { valueOf, type SubjectOf } from '../../model/index.ts';
import type { DraftContext } from '../context.ts';
import type { Located } from '../found/subjects.ts';
import { mapping, scalar, sequence, type Mapping } from '../text/node.ts';

/** Documents that people follow, each by what its title or its folder says that it is. */
export function documents(context: DraftContext): Mapping | undefined {
  const taken = new Set<string>();
  const list = (
    pattern: RegExp | undefined,
    place?: RegExp,
    named?: ReadonlySet<string>,
  ): readonly ReturnType<typeof scalar>[] =>
    documentsAbout(context, pattern, place, named).flatMap(({ value, at }) => {
      if (taken.has(value)) return [];
      taken.add(value);
      return [scalar(value, [at])];
    });
  // The order is that of who is surest: a folder of runbooks holds runbooks, whatever their titles speak of.
  const filed = list(/\b(?:runbooks?|playbooks?)\b/i, /(?:^|\/)(?:runbooks?|playbooks?)\//i);
  const troubleshooting = sequence(list(/\btroubleshoot(?:ing)?\b/i));
  const verification = sequence(list(/\b(?:verification|verifying|verify)\b/i));
  const procedures = sequence(
    list(
      /\b(?:deploying|deployment (?:guide|procedure|process)|how to deploy|releasing|release (?:process|procedure))\b/i,
    ),
  );
  // What alerts lead to is followed when they fire.
  const alerted = context.found.of('alert').flatMap(({ facts }) => valueOf(facts.runbookDocument) ?? []);
  const runbooks = sequence([...filed, ...list(undefined, undefined, new Set(alerted))]);
  return mapping({ procedures, runbooks, verification, troubleshooting });
}

/**
 * Documents whose title is about something, whose path says so, or that others name for it; those without steps are none
 * to follow.
 */
export function documentsAbout(
  { found }: DraftContext,
  title: RegExp | undefined,
  path?: RegExp,
  named?: ReadonlySet<string>,
): readonly (Located<string> & { readonly title: string })[] {
  return found.of('document').flatMap((document) => {
    const { facts, location } = document;
    const heading = valueOf(facts.title) ?? '';
    const isAbout =
      title?.test(heading) === true || path?.test(facts.path) === true || named?.has(document.id) === true;
    return isAbout && isFollowed(document) ? [{ value: facts.path, at: location, title: heading }] : [];
  });
}

function isFollowed({ facts }: SubjectOf<'document'>): boolean {
  return facts.sections.some(({ steps, commands }) => steps > 0 || commands > 0);
}
