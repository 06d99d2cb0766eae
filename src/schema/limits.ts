import { alternatives } from './words.ts';

type Params = Readonly<Record<string, unknown>>;

const plural = (count: unknown, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

const comparison = ({ comparison: sign, limit }: Params): string => {
  const words: Readonly<Record<string, string>> = {
    '>=': 'at least',
    '>': 'more than',
    '<=': 'at most',
    '<': 'less than',
  };
  return `must be ${words[String(sign)] ?? String(sign)} ${String(limit)}`;
};

const quotedNames = (names: unknown): string =>
  alternatives((names as readonly string[]).map((name) => `"${name}"`)).replace(/ or /, ' and ');

/** What a value that breaks a limit must be; to follow its name. */
export const LIMITS: Readonly<Record<string, (params: Params) => string>> = {
  minimum: comparison,
  maximum: comparison,
  exclusiveMinimum: comparison,
  exclusiveMaximum: comparison,
  multipleOf: ({ multipleOf }) => `must be a multiple of ${String(multipleOf)}`,
  minLength: ({ limit }) =>
    limit === 1 ? 'must not be empty' : `must have at least ${plural(limit, 'character', 'characters')}`,
  maxLength: ({ limit }) => `must have at most ${plural(limit, 'character', 'characters')}`,
  minItems: ({ limit }) =>
    limit === 1 ? 'must not be an empty list' : `must have at least ${plural(limit, 'item', 'items')}`,
  maxItems: ({ limit }) => `must have at most ${plural(limit, 'item', 'items')}`,
  uniqueItems: ({ i, j }) =>
    `must not repeat an item: number ${Number(j) + 1} and ${Number(i) + 1} are the same`,
  minProperties: ({ limit }) =>
    limit === 1 ? 'must not be empty' : `must have at least ${plural(limit, 'property', 'properties')}`,
  maxProperties: ({ limit }) => `must have at most ${plural(limit, 'property', 'properties')}`,
  contains: () => 'lacks an item that it must contain',
  oneOf: () => 'fits more than one of several alternatives that exclude each other',
  not: () => 'is not allowed like this',
  excludes: ({ together }) => `has ${quotedNames(together)} at once, which exclude each other`,
  'false schema': () => 'is not allowed here',
};
