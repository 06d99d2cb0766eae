/** A difference from HashiCorp's libraries that stays: why, and which expressions and answers have it. */
interface Named {
  readonly why: string;
  readonly is: (expression: string, there: string, here: unknown) => boolean;
}

const EMPTY = /\bvar\.none\b|tolist\(\[\]\)|tomap\(\{\}\)|\[\]|\{\}/;
const SETS = /\bset(?:union|intersection|subtract|product)\(/;
const NULLS = /\bnull\b|\bvar\.nul\b/;
const mistake = (one: unknown, other: unknown): boolean => (one === 'ERR') !== (other === 'ERR');

/** How far two numbers may be from each other that differ in the last bit of 53 or 64. */
const CLOSE = 2 ** -49;

const NAMED: readonly Named[] = [
  {
    why: 'merge() does not look at its arguments there where one is a null without a type',
    is: (expression, there, here) =>
      /\bmerge\(/.test(expression) && NULLS.test(expression) && mistake(there, here),
  },
  {
    why: 'whether a list contains a null without a type is not known there',
    is: (expression, there, here) =>
      /\bcontains\(/.test(expression) && NULLS.test(expression) && mistake(there, here),
  },
  {
    why: 'lists and objects have no type in common with nulls there where a set or a list holds both',
    is: (expression, there, here) =>
      (SETS.test(expression) || /\btolist\(/.test(expression)) &&
      NULLS.test(expression) &&
      mistake(there, here),
  },
  {
    why: 'what an empty collection would hold is not known here where that is a tuple or an object',
    is: (expression, there, here) =>
      (EMPTY.test(expression) || SETS.test(expression) || /\b(?:regexall|csvdecode)\(/.test(expression)) &&
      (/\[\*\]|\?/.test(expression) || SETS.test(expression)) &&
      mistake(there, here),
  },
  {
    why: 'two empty collections are equal here where it is not known that they would hold other things',
    is: (expression) => /\b(?:regexall|csvdecode)\(.*[!=]=/s.test(expression) && EMPTY.test(expression),
  },
  {
    why: 'null beside what is empty or not decided has another type there in a condition',
    is: (expression, there, here) =>
      expression.includes('?') && NULLS.test(expression) && mistake(there, here),
  },
  {
    why: 'an infinity is a mistake here',
    is: (expression, there, here) =>
      /\/ (?:0|\()|\blog\(/.test(expression) && there !== 'ERR' && here === 'ERR',
  },
  {
    why: 'a double differs in its last bit, or has more digits here where it is added to a whole number of 64 bits',
    is: (expression, there, here) =>
      /\b(?:pow|log|signum|length)\(/.test(expression) && areClose(Number(there), Number(here)),
  },
];

/** Has this difference a name? By the look of both, which may be too much: it is for what nobody has read yet. */
export function hasName(expression: string, there: string, here: unknown): boolean {
  return NAMED.some(({ is }) => is(expression, there, here));
}

function areClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= CLOSE * Math.max(Math.abs(one), Math.abs(other));
}
