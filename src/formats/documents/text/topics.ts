import type { SectionTopic } from '../../../model/index.ts';
import synonyms from './topics.json' with { type: 'json' };

/** These name a section's form more than its subject ("Rollback procedure"): taken when no other topic fits. */
const GENERAL: readonly SectionTopic[] = ['steps', 'overview'];

/** A wording of a topic: whole words, or their beginnings where the table writes `*`. */
interface Phrase {
  readonly topic: SectionTopic;
  /** Place in the table. */
  readonly rank: number;
  readonly words: readonly string[];
}

/** By their first two letters, so that a word is held against few of them. */
const PHRASES = new Map<string, Phrase[]>();
for (const [rank, [topic, wordings]] of Object.entries(synonyms).entries())
  for (const wording of wordings) {
    const key = wording.slice(0, 2);
    const phrase = { topic: topic as SectionTopic, rank, words: wording.split(/[ -]/) };
    PHRASES.set(key, [...(PHRASES.get(key) ?? []), phrase]);
  }

interface Match extends Phrase {
  readonly length: number;
}

/** What a heading is about; where several topics fit, the longest wording decides, then the table's order. */
export function topicOf(heading: string): SectionTopic {
  const text = heading.toLowerCase();
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word, index }));
  const matches: Match[] = words.flatMap(({ word }, first) =>
    (PHRASES.get(word.slice(0, 2)) ?? []).flatMap((phrase) => {
      const length = lengthAt(text, words.slice(first, first + phrase.words.length), phrase.words);
      return length === undefined ? [] : [{ ...phrase, length }];
    }),
  );
  const special = matches.filter(({ topic }) => !GENERAL.includes(topic));
  const candidates = special.length > 0 ? special : matches;
  return candidates.sort((a, b) => b.length - a.length || a.rank - b.rank)[0]?.topic ?? 'other';
}

/** How long the words are in the text when they are those that are wanted, with only blanks and hyphens between them. */
function lengthAt(
  text: string,
  words: readonly { readonly word: string; readonly index: number }[],
  wanted: readonly string[],
): number | undefined {
  const [start] = words;
  if (!start || words.length < wanted.length) return undefined;
  let end = start.index;
  for (const [i, { word, index }] of words.entries()) {
    const pattern = wanted[i] ?? '';
    const fits = pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
    if (!fits || (i > 0 && !/^[\s-]+$/.test(text.slice(end, index)))) return undefined;
    end = index + word.length;
  }
  return end - start.index;
}
