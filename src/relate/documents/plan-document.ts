import {
  isUnknown,
  known,
  unknown,
  valueOf,
  type PlanDocumentFacts,
  type SectionFacts,
  type SectionTopic,
  type SubjectOf,
} from '../../model/index.ts';
import { sorted } from '../facts.ts';
import { findReference, type Library } from './library.ts';

/** What the document holds, or its section where the plan names one. A missing document holds nothing. */
export function relatePlanDocument(
  subject: SubjectOf<'plan-document'>,
  library: Library,
  components: readonly string[],
): SubjectOf<'plan-document'> {
  const { path } = subject.facts;
  const { exists, document } = findReference(library, path);
  const unread = unknown('Planproof reads no sections in files of its kind', path.at);
  const whole = document?.subject.facts.whole;
  const [topics, steps] =
    whole && isUnknown(whole.value)
      ? [whole as typeof unread, whole as typeof unread]
      : document
        ? [
            known(topicsOf(document.sections), path.at, [
              { location: document.subject.location, message: 'the document is here' },
            ]),
            known(stepsOf(document.sections), path.at),
          ]
        : exists.value === true
          ? [unread, unread]
          : exists.value === false
            ? [known([], path.at), known(0, path.at)]
            : [exists as typeof unread, exists as typeof unread];
  const owner = ownerOf(subject, document?.subject);
  const reviewed = reviewedOf(subject, document?.subject);
  const mentions = document ? known(mentionsOf(document.subject, components), path.at) : unread;
  return { ...subject, facts: { ...subject.facts, exists, topics, steps, owner, reviewed, mentions } };
}

/** As the plan says, else as the document says itself. */
function ownerOf(
  { facts }: SubjectOf<'plan-document'>,
  document: SubjectOf<'document'> | undefined,
): PlanDocumentFacts['owner'] {
  return facts.owner.value !== null || !document ? facts.owner : document.facts.owner;
}

/** The later of what the document and the plan say. */
function reviewedOf(
  { facts: { reviewed } }: SubjectOf<'plan-document'>,
  document: SubjectOf<'document'> | undefined,
): PlanDocumentFacts['reviewed'] {
  const own = document?.facts.reviewed ?? known(null);
  if (reviewed.value === null) return own.value === null ? reviewed : own;
  const [planned, stated] = [valueOf(reviewed) ?? '', valueOf(own) ?? ''];
  return stated > planned ? own : reviewed;
}

/** Components that the document's text names, as a word of its own. */
function mentionsOf({ location }: SubjectOf<'document'>, components: readonly string[]): readonly string[] {
  const text = location.file.text.toLowerCase();
  return components.filter((component) => {
    const name = component.toLowerCase();
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length || at + 1))
      if (!/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[at + name.length] ?? ''}`)) return true;
    return false;
  });
}

/** Topics of the sections that hold more than a heading. */
export function topicsOf(sections: readonly SectionFacts[]): readonly SectionTopic[] {
  return sorted(
    sections.filter(({ steps, commands, words }) => steps + commands + words > 0).map(({ topic }) => topic),
  );
}

/** Steps and commands of the outermost sections, since those of a section include its subsections'. */
function stepsOf(sections: readonly SectionFacts[]): number {
  let total = 0;
  let level = Infinity;
  for (const section of sections) {
    if (section.level > level) continue;
    level = section.level;
    total += section.steps + section.commands;
  }
  return total;
}
