import type { Random } from '../mutate.ts';

/** Makes texts by chance, the same for the same numbers, and not deeper than some levels. */
export class Choice {
  private depth = 0;
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  of<T>(options: readonly [T, ...T[]]): T {
    return options[this.below(options.length)] ?? options[0];
  }

  /** One of the makers; below the deepest level one of the first two, which make no others. */
  make(makers: readonly [() => string, ...(() => string)[]], deepest = 5): string {
    const limit = this.depth >= deepest ? Math.min(2, makers.length) : makers.length;
    this.depth++;
    const made = (makers[this.below(limit)] ?? makers[0])();
    this.depth--;
    return made;
  }

  /** From none to as many. */
  list(most: number, maker: (index: number) => string): string[] {
    return Array.from({ length: this.below(most + 1) }, (_, index) => maker(index));
  }
}

/** A sound text with one or two tokens left out, repeated, swapped or taken for others: nearly sound. */
export function nearly(text: string, choice: Choice): string {
  const tokens = text.match(/\s+|\w+|./gsu) ?? [];
  for (let changes = 1 + choice.below(2); changes > 0; changes--) {
    const [at, from] = [choice.below(tokens.length), choice.below(tokens.length)];
    const [one = '', other = ''] = [tokens[at], tokens[from]];
    switch (choice.below(4)) {
      case 0:
        tokens.splice(at, 1);
        break;
      case 1:
        tokens.splice(at, 0, one);
        break;
      case 2:
        tokens[at] = other;
        break;
      default:
        [tokens[at], tokens[from]] = [other, one];
    }
  }
  return tokens.join('');
}
