/** The sign that a line consists of, where it can stand below or above a title. */
export function adornment(line: string): string | undefined {
  const [sign] = line;
  if (sign === undefined || !/^[\p{P}\p{S}]$/u.test(sign) || line === '::' || line === '..') return undefined;
  for (const char of line) if (char !== sign) return undefined;
  return sign;
}

/** A line below a title reaches to its end; docutils takes shorter ones of four signs and more. */
export function reaches(line: string, title: string): boolean {
  return line.length >= title.length || line.length >= 4;
}

/** Levels of titles, in the order in which their signs first appear. */
export class Levels {
  readonly #styles: string[] = [];

  of(sign: string, overlined: boolean): number {
    const style = overlined ? sign + sign : sign;
    if (!this.#styles.includes(style)) this.#styles.push(style);
    return Math.min(this.#styles.indexOf(style) + 1, 6);
  }
}
