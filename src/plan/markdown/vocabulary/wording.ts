/** A heading or a column's header, told apart from its decoration. */
export interface Wording {
  readonly words: string;
  /** What stands in parentheses at its end: `Retention (days)`. */
  readonly unit: string;
}

const NUMBERING = /^(?:(?:step|part|section|phase)\s+)?\d{1,3}(?:\.\d{1,3}){0,4}[.):]?\s+[-–—:]?\s*/i;

/** Lower case, without numbers before it, punctuation and plural endings. */
export function wordingOf(text: string): Wording {
  const short = text.slice(0, 200).trim();
  const [, before, inside] = /^([^()]*)\(([^()]*)\)$/.exec(short) ?? [];
  const bare = before !== undefined && before.trim() !== '' ? before : short;
  const unit = before !== undefined && before.trim() !== '' ? (inside ?? '').trim() : '';
  return { words: normalized(bare.replace(NUMBERING, '')), unit };
}

/** Words as they are compared. */
export function normalized(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}%#]+/u)
    .filter((word) => word !== '')
    .map(singular)
    .join(' ');
}

/** The words of a key: `keepDays` is "keep day". */
export function wordsOfKey(key: string): string {
  return normalized(key.replace(/([a-z])([A-Z])/g, '$1 $2'));
}

function singular(word: string): string {
  if (word.length <= 3 || !word.endsWith('s') || word.endsWith('ss')) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
