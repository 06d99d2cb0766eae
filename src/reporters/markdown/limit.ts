/** What a comment on GitHub may hold; other hosts take more. */
export const LIMIT = 65_536;
/** Kept free for the words on what was left out. */
const RESERVE = 600;

/** A piece of the report, and what it is one of, for when there is no room for it. */
export interface Piece {
  readonly text: string;
  readonly one: string;
  readonly many: string;
}

/** Text that never grows beyond the limit: what finds no room is counted. */
export class Limited {
  readonly #parts: string[] = [];
  readonly #left = new Map<string, number>();
  #length = 0;

  /** What must be there. */
  add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length + 2;
  }

  /**
   * A heading and its pieces, as many as find room; without a first one no heading either. After a piece that found no
   * room none of the same list is taken, so that what is shown is the beginning.
   */
  list(heading: string, pieces: readonly Piece[], separator: '\n' | '\n\n'): void {
    const taken: string[] = [];
    let length = this.#length + heading.length + 4;
    let full = false;
    for (const { text, one, many } of pieces) {
      full ||= length + text.length + separator.length > LIMIT - RESERVE;
      if (full) {
        const key = `${one}\0${many}`;
        this.#left.set(key, (this.#left.get(key) ?? 0) + 1);
        continue;
      }
      taken.push(text);
      length += text.length + separator.length;
    }
    if (taken.length > 0) this.add(`${heading}\n\n${taken.join(separator)}`);
  }

  /** The whole, with what was left out. */
  end(footer: string): string {
    const left = [...this.#left].map(([key, number]) => {
      const [one = '', many = ''] = key.split('\0');
      return `${number} ${number === 1 ? one : many}`;
    });
    const cut =
      left.length === 0
        ? []
        : [
            `**Left out, since a comment holds ${LIMIT.toLocaleString('en-US')} characters:** ${left.join(', ')}. The other reports have all.`,
          ];
    return `${[...this.#parts, ...cut, footer].join('\n\n')}\n`;
  }
}
