import { known, type SectionFacts } from '../../model/index.ts';
import type { Span } from '../../source/index.ts';
import type { ProseDocument } from '../../syntax/prose/index.ts';
import { commandsIn, isCommand } from './commands.ts';
import { topicOf } from './topics.ts';

/** Amounts at offsets, to be summed over any stretch without walking it. */
class Tally {
  readonly #offsets: number[] = [];
  readonly #sums: number[] = [0];

  constructor(entries: readonly (readonly [offset: number, amount: number])[]) {
    let sum = 0;
    for (const [offset, amount] of entries.toSorted((a, b) => a[0] - b[0])) {
      this.#offsets.push(offset);
      this.#sums.push((sum += amount));
    }
  }

  within({ start, end }: Span): number {
    return (this.#sums[this.#before(end)] ?? 0) - (this.#sums[this.#before(start)] ?? 0);
  }

  #before(offset: number): number {
    let low = 0;
    let high = this.#offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#offsets[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The document's sections with what is in them, subsections included. */
export function sectionsOf(document: ProseDocument): SectionFacts[] {
  const steps = new Tally([
    ...document.lists
      .filter((list) => list.ordered)
      .flatMap((list) => list.items.map((item) => [item.span.start, 1] as const)),
    ...document.headings
      .filter((heading) => /^(?:step\s+)?\d+[.):\s]/i.test(heading.text))
      .map((heading) => [heading.location.span.start, 1] as const),
  ]);
  const commands = new Tally([
    ...document.codeBlocks.map((block) => [block.location.span.start, commandsIn(block)] as const),
    ...document.codeSpans.map((span) => [span.location.span.start, isCommand(span) ? 1 : 0] as const),
  ]);
  const words = new Tally(
    [...document.prose, ...document.codeSpans].map(
      (piece) => [piece.location.span.start, wordsIn(piece.text)] as const,
    ),
  );
  return document.headings.map((heading) => {
    const body = { start: heading.location.span.end, end: heading.extent.end };
    return {
      heading: known(heading.text, heading.location),
      level: heading.level,
      anchors: [heading.slug, ...heading.names],
      topic: topicOf(heading.text),
      steps: steps.within(body),
      commands: commands.within(body),
      words: words.within(body),
    };
  });
}

/** A word up to its first letter or digit; without one it is none. */
const WORD = /(?<!\S)[^\s\p{L}\p{N}]*[\p{L}\p{N}]/gu;

function wordsIn(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
