/**
 * Does a pattern fit the whole of a text, or of a list of names? Its star stands for any number of units, also none.
 * Only the last star is gone back to, so that no pattern takes longer than its length times that of the whole.
 * @param same does a unit of the pattern that is no star fit a unit of the whole, wherever the two stand?
 */
export function fits<T>(
  pattern: ArrayLike<T>,
  whole: ArrayLike<T>,
  star: T,
  same: (wanted: T, found: T) => boolean,
): boolean {
  let [at, last, from] = [0, -1, 0];
  for (let index = 0; index < whole.length;) {
    const [wanted, found] = [pattern[at], whole[index]];
    if (wanted === star) {
      last = at++;
      from = index;
    } else if (wanted !== undefined && found !== undefined && same(wanted, found)) {
      at++;
      index++;
    } else if (last >= 0) {
      at = last + 1;
      index = ++from;
    } else return false;
  }
  while (pattern[at] === star) at++;
  return at === pattern.length;
}

/** Does a pattern with `*` fit a text? `one` is the sign that stands for any one, where there is such a sign. */
export function fitsText(pattern: string, text: string, one?: string): boolean {
  return fits(pattern, text, '*', (wanted, found) => wanted === found || wanted === one);
}
