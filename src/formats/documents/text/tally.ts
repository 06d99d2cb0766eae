import type { Span } from '../../../source/index.ts';

/** Amounts at offsets, to be summed over any stretch without walking it. */
export class Tally {
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
