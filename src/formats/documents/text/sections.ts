import { known, type SectionFacts } from '../../../model/index.ts';
import type { ProseDocument } from '../../../syntax/prose/index.ts';
import { commandsIn, isCommand } from '../named/commands.ts';
import type { Included } from '../includes.ts';
import { Tally } from './tally.ts';
import { topicOf } from './topics.ts';

/** How much there is below each heading of a document, what it includes counted where it is included. */
interface Amounts {
  readonly sections: readonly SectionFacts[];
  readonly steps: number;
  readonly commands: number;
  readonly words: number;
}

/** The document's sections with what is in them, subsections included. */
export function sectionsOf(document: ProseDocument, included: readonly Included[]): readonly SectionFacts[] {
  return amountsOf(document, included).sections;
}

function amountsOf(document: ProseDocument, included: readonly Included[]): Amounts {
  const inside = included.map(({ at, ...part }) => ({
    at,
    amounts: amountsOf(part.document, part.included),
  }));
  const steps = new Tally([
    ...document.lists
      .filter((list) => list.ordered)
      .flatMap((list) => list.items.map((item) => [item.span.start, 1] as const)),
    ...document.headings
      .filter((heading) => /^(?:step\s+)?\d+[.):\s]/i.test(heading.text))
      .map((heading) => [heading.location.span.start, 1] as const),
    ...inside.map(({ at, amounts }) => [at, amounts.steps] as const),
  ]);
  const commands = new Tally([
    ...document.codeBlocks.map((block) => [block.location.span.start, commandsIn(block)] as const),
    ...document.codeSpans.map((span) => [span.location.span.start, isCommand(span) ? 1 : 0] as const),
    ...inside.map(({ at, amounts }) => [at, amounts.commands] as const),
  ]);
  const words = new Tally([
    ...[...document.prose, ...document.codeSpans].map(
      (piece) => [piece.location.span.start, wordsIn(piece.text)] as const,
    ),
    ...inside.map(({ at, amounts }) => [at, amounts.words] as const),
  ]);
  const own = document.headings.map((heading) => {
    const body = { start: heading.location.span.end, end: heading.extent.end };
    return {
      at: heading.location.span.start,
      sections: [
        {
          heading: known(heading.text, heading.location),
          level: heading.level,
          anchors: [heading.slug, ...heading.names].filter((anchor) => anchor !== ''),
          topic: topicOf(heading.text),
          steps: steps.within(body),
          commands: commands.within(body),
          words: words.within(body),
        },
      ],
    };
  });
  // A document that stands alone begins with its title, which is a section of the one that it is a part of.
  const others = inside.map(({ at, amounts: { sections } }) => {
    const lower = own.length > 0 && sections[0]?.level === 1 ? 1 : 0;
    return { at, sections: sections.map((each) => ({ ...each, level: Math.min(each.level + lower, 6) })) };
  });
  const whole = { start: 0, end: document.file.text.length + 1 };
  return {
    sections: [...own, ...others].toSorted((a, b) => a.at - b.at).flatMap(({ sections }) => sections),
    steps: steps.within(whole),
    commands: commands.within(whole),
    words: words.within(whole),
  };
}

/** A word up to its first letter or digit; without one it is none. */
const WORD = /(?<!\S)[^\s\p{L}\p{N}]*[\p{L}\p{N}]/gu;

function wordsIn(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
