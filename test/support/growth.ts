/** Enough to be told from what the machine and the collector of memory do besides, in microseconds. */
const MEASURABLE = 10_000;
/** As many characters as show a square. */
const LONGEST = 400_000;
const TIMES = 8;

/** More than what memory and its collector add to eight times as much, and less than a square of it. */
export const LINEAR = 24;

/**
 * How many times as long eight times as much of a text takes: about eight where time is in proportion to the length,
 * and sixty-four where a step looks at all that came before. By the time of this process alone, which a busy machine
 * changes little, of as much text as takes long enough to tell, and the least of some runs where that decides.
 */
export function growth(read: (text: string) => unknown, piece: string): number {
  const time = (characters: number): number => {
    const text = piece.repeat(Math.ceil(characters / piece.length));
    const before = process.cpuUsage();
    read(text);
    return process.cpuUsage(before).user;
  };
  let characters = 5000;
  let few = time(characters);
  while (few < MEASURABLE && characters * TIMES * 2 <= LONGEST) {
    characters *= 2;
    few = time(characters);
  }
  let least = Infinity;
  for (let run = 0; run < 4 && least >= LINEAR; run++)
    least = Math.min(least, time(characters * TIMES) / Math.max(few, MEASURABLE));
  return least;
}
