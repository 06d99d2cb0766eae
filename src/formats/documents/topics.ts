import type { SectionTopic } from '../../model/index.ts';
import synonyms from './topics.json' with { type: 'json' };

/** These name a section's form more than its subject ("Rollback procedure"): taken when no other topic fits. */
const GENERAL: readonly string[] = ['steps', 'overview'];

const PATTERNS = Object.entries(synonyms).map(([topic, phrases]) => ({
  topic: topic as SectionTopic,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.map(source).join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
}));

/** What a heading is about; where several topics fit, the longest wording decides. */
export function topicOf(heading: string): SectionTopic {
  const text = heading.toLowerCase().replaceAll('’', "'");
  let best: { topic: SectionTopic; length: number } | undefined;
  for (const { topic, pattern } of PATTERNS) {
    if (best && GENERAL.includes(topic) && !GENERAL.includes(best.topic)) break;
    for (const match of text.matchAll(pattern)) {
      if (match[0].length > (best?.length ?? 0)) best = { topic, length: match[0].length };
    }
  }
  return best?.topic ?? 'other';
}

/** A phrase as a pattern: `*` stands for the rest of a word, a blank for blanks or a hyphen. */
function source(phrase: string): string {
  return phrase.replaceAll('*', '\\p{L}*').replaceAll(' ', '[\\s-]+');
}
