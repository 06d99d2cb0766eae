/** Character classes of HCL's lexer; ASCII by table, the rest by Unicode property. */

const SPACE = 1;
const DIGIT = 2;
const START = 4;
const CONTINUE = 8;

const CLASSES: Uint8Array = classes();

const UNICODE_START = /^\p{ID_Start}$/u;
const UNICODE_CONTINUE = /^\p{ID_Continue}$/u;

function classes(): Uint8Array {
  const table = new Uint8Array(128);
  for (const unit of [9, 13, 32]) table[unit] = SPACE;
  for (let unit = 48; unit <= 57; unit++) table[unit] = DIGIT | CONTINUE;
  for (let unit = 65; unit <= 90; unit++) table[unit] = table[unit + 32] = START | CONTINUE;
  table[95] = START | CONTINUE;
  table[45] = CONTINUE;
  return table;
}

/** Spaces within a line; a carriage return counts, so that CRLF ends a line by its LF. */
export function isBlank(unit: number): boolean {
  return unit < 128 && CLASSES[unit] === SPACE;
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** May an identifier start here? HCL takes `_` too, where Unicode's own rule does not. */
export function startsIdentifier(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 128) return ((CLASSES[unit] ?? 0) & START) !== 0;
  return unit >= 128 && UNICODE_START.test(characterAt(text, at));
}

/** The end of the identifier that starts at `at`. */
export function identifierEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const unit = text.charCodeAt(end);
    if (unit < 128) {
      if (((CLASSES[unit] ?? 0) & CONTINUE) === 0) return end;
      end++;
    } else {
      if (end >= text.length) return end;
      const character = characterAt(text, end);
      if (!UNICODE_CONTINUE.test(character)) return end;
      end += character.length;
    }
  }
}

/** The whole character, of one or two units. */
export function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0xfffd);
}
