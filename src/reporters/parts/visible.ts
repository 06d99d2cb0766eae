import { isSimple } from './simple.ts';

/**
 * What a terminal or a browser would obey or hide instead of show: control characters, line separators, directional
 * overrides, zero-width and tag characters, lone surrogates. Joiners stay, since scripts and emoji need them.
 */
const HIDDEN =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text from the scanned files, safe to show on one line: hidden characters stand as escapes such as `\x1b`. */
export function visible(text: string): string {
  return isSimple(text) ? text : text.replace(HIDDEN, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return (
    SHORT[character] ??
    (code < 0x100
      ? `\\x${hex.padStart(2, '0')}`
      : code < 0x10000
        ? `\\u${hex.padStart(4, '0')}`
        : `\\u{${hex}}`)
  );
}
