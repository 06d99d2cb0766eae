import {
  isUnknown,
  known,
  unknown,
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
  return { ...subject, facts: { ...subject.facts, exists, topics, steps } };
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
