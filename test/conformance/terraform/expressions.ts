import fc from 'fast-check';
import { readFileSync } from 'node:fs';

type Sort = 'number' | 'string' | 'bool' | 'list' | 'map' | 'any';
type Grammar = Readonly<Record<Sort, fc.Arbitrary<string>>>;

/** Functions by what they give, with a letter for each argument. */
const SIGNATURES = JSON.parse(readFileSync(new URL('signatures.json', import.meta.url), 'utf8')) as Readonly<
  Record<Sort, Readonly<Record<string, string>>>
>;

const pick = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
const text = pick(
  '',
  'a',
  'b',
  'ab',
  'Hello World',
  ' x ',
  'a-b_c',
  'é',
  '日本',
  '😀',
  '1',
  '007',
  'true',
  'a,b',
  'x\n',
  '"',
  '\\',
  '$',
  '%',
  '\t',
  '-1.5',
  '1e3',
  'null',
  '2b',
);
const quoted = text.map(quote);
const name = pick('a', 'b', 'c', 'key', 'x-y');

/** A text as Terraform writes it in quotes. */
function quote(value: string): string {
  return JSON.stringify(value).replace(/([$%])(?=\{)/g, '$1$1');
}

/** What functions take that seldom arises by chance. */
const SPECIAL: Readonly<Record<string, fc.Arbitrary<string>>> = {
  p: pick(
    '"10.0.0.0/8"',
    '"10.1.2.0/24"',
    '"fd00::/48"',
    '"0.0.0.0/0"',
    '"192.168.1.1/32"',
    '"10.0.0.1"',
    '"x/8"',
  ),
  t: pick(
    '"2024-02-29T13:05:09Z"',
    '"2023-12-31T23:59:59+02:00"',
    '"2023-06-01T00:00:00-07:30"',
    '"2023-13-01T00:00:00Z"',
    '"today"',
  ),
  u: pick('"1h"', '"-36h10m"', '"1.5s"', '"2d"', '"0"', '"100ms"'),
  d: pick(
    '"YYYY-MM-DD"',
    '"DD MMM YYYY hh:mm ZZZ"',
    '"EEEE, h:mm:ss aa"',
    '"M/D/YY H AA"',
    `"'at' hh 'o''clock'"`,
    '"YYY"',
    '"EEE MMMM ZZZZ ZZZZZ Z"',
  ),
  f: pick(
    '"%s %s"',
    '"%d-%v"',
    '"%05.2f %q"',
    '"%#v %t"',
    '"%-5s|%5s"',
    '"%x %X"',
    '"%%%s%s"',
    '"%[2]s %[1]s"',
    '"%b %o"',
    '"%e %g"',
    '"%*d"',
    '"%s"',
    '"%+d %s"',
    '"%s %s %s"',
  ),
  r: pick(
    '"a"',
    '"[a-z]+"',
    '"(\\\\d+)"',
    '"(?P<x>[a-z])(?P<y>.)?"',
    '"^$"',
    '"("',
    '"(?i)hello"',
    '"\\\\s"',
    '"(a)|(b)"',
    '"."',
    '"\\\\bW"',
    '"x*"',
  ),
  j: pick(
    '"1"',
    '"[1,\\"a\\",null]"',
    '"{\\"a\\":{\\"b\\":[true]}}"',
    '"{"',
    '""',
    '"\\"x\\""',
    '"1.50"',
    '"[1, 2]"',
    '"12345678901234567890"',
  ),
  v: pick('"a,b\\n1,2\\n"', '"a\\n"', '"a,b\\n1\\n"', '"x,y\\n\\"q,r\\",\\"s\\"\\"t\\"\\n"', '""'),
  e: pick('"UTF-8"', '"UTF-16LE"', '"ISO-8859-1"', '"x"'),
  i: pick('0', '1', '2', '3', '-1', '16', '10', '5', '1.5', '"2"', 'null', '8'),
  N: pick('[]', '[1, 2.5]', '[1, "2"]', '["a"]', 'toset([3, 3, 4])', '[-1]'),
  S: pick(
    '[]',
    '["b", "a", "b"]',
    '["x", ""]',
    '[1, true]',
    'toset(["q", "p"])',
    '["é", "E", "e"]',
    '[null, "a"]',
    '["10", "9"]',
  ),
  B: pick('[]', '[true]', '[true, false]', '["true", true]', '[null]', '[1]', 'toset([true])'),
  M: pick('{}', '{ a = ["x", "y"], b = ["y"] }', '{ a = [] }', '{ a = "x" }'),
};

const LETTERS: Readonly<Record<string, Sort>> = {
  n: 'number',
  s: 'string',
  b: 'bool',
  l: 'list',
  m: 'map',
  a: 'any',
  c: 'any',
};

/** Which names occur in expressions, and which functions; all functions unless given. */
export interface Vocabulary {
  readonly names: readonly string[];
  readonly functions?: ReadonlySet<string>;
}

/** Expressions of Terraform's language, mostly of a type that fits. */
function grammar(vocabulary: Vocabulary, depth: number): Grammar {
  const { names, functions } = vocabulary;
  const inner: Grammar | undefined = depth > 0 ? grammar(vocabulary, depth - 1) : undefined;
  const bound =
    depth > 0 && !names.includes('k')
      ? grammar({ ...vocabulary, names: ['k', 'v', ...names.slice(0, 2)] }, Math.min(1, depth - 1))
      : inner;
  const leaves: Grammar = {
    number: pick(
      '0',
      '1',
      '2',
      '7',
      '-3',
      '0.5',
      '1.25',
      '100',
      '1e3',
      '12345678901234567890',
      '-0.1',
      '3.0',
    ),
    string: quoted,
    bool: pick('true', 'false'),
    list: pick(
      '[]',
      '[1, 2, 3]',
      '["a", "b"]',
      '[true, "x", 1]',
      '[[1], [2, 3]]',
      '[null]',
      '["b", "a", "b"]',
      '[{ a = 1 }, { a = 2 }]',
    ),
    map: pick(
      '{}',
      '{ a = 1 }',
      '{ a = 1, b = "x" }',
      '{ key = { a = [1] } }',
      '{ "x-y" = null, c = true }',
      '{ b = 2, a = 1 }',
    ),
    any: pick('null', 'true', '1', '"a"', '[]', '{}'),
  };
  const own = (sort: Sort): fc.Arbitrary<string> =>
    names.length > 0 ? fc.oneof(leaves[sort], pick(...names)) : leaves[sort];
  if (!inner || !bound) return eachSort(own);
  const calls = (sort: Sort): readonly fc.Arbitrary<string>[] =>
    Object.entries(SIGNATURES[sort])
      .filter(([called]) => functions?.has(called) ?? true)
      .map(([called, letters]) =>
        fc
          .tuple(...Array.from(letters).map((letter) => SPECIAL[letter] ?? inner[LETTERS[letter] ?? 'any']))
          .map((args) => `${called}(${args.join(', ')})`),
      );
  const choice = (sort: Sort): fc.Arbitrary<string> =>
    fc
      .tuple(
        inner.bool,
        inner[sort],
        fc.oneof({ weight: 4, arbitrary: inner[sort] }, { weight: 1, arbitrary: inner.any }),
      )
      .map(([condition, then, otherwise]) => `(${condition} ? ${then} : ${otherwise})`);
  const more: Grammar = {
    number: fc.oneof(
      fc
        .tuple(inner.number, pick('+', '-', '*', '/', '%'), inner.number)
        .map(([l, o, r]) => `(${l} ${o} ${r})`),
      inner.number.map((value) => `(-${value})`),
    ),
    string: fc.oneof(
      fc
        .tuple(text, inner.any, text)
        .map(([l, v, r]) => `"${quote(l).slice(1, -1)}\${${v}}${quote(r).slice(1, -1)}"`),
      fc
        .tuple(inner.bool, text, text)
        .map(
          ([c, l, r]) =>
            `"%{ if ${c} }${quote(l).slice(1, -1)}%{ else ~} ${quote(r).slice(1, -1)}%{ endif }"`,
        ),
      fc
        .tuple(inner.list, bound.string)
        .map(
          ([c, b]) =>
            `"%{ for k, v in ${c} ~} ${b.startsWith('"') ? b.slice(1, -1) : `\${${b}}`} %{~ endfor }"`,
        ),
    ),
    bool: fc.oneof(
      fc
        .tuple(inner.number, pick('<', '>', '<=', '>=', '==', '!='), inner.number)
        .map(([l, o, r]) => `(${l} ${o} ${r})`),
      fc.tuple(inner.any, pick('==', '!='), inner.any).map(([l, o, r]) => `(${l} ${o} ${r})`),
      fc.tuple(inner.bool, pick('&&', '||'), inner.bool).map(([l, o, r]) => `(${l} ${o} ${r})`),
      inner.bool.map((value) => `!${value}`),
    ),
    list: fc.oneof(
      fc.array(inner.any, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc.tuple(inner.list, bound.any).map(([c, v]) => `[for k, v in ${c} : ${v}]`),
      fc.tuple(inner.map, bound.string, bound.bool).map(([c, v, b]) => `[for k, v in ${c} : ${v} if ${b}]`),
      fc.tuple(inner.list, name).map(([c, n]) => `${c}[*].${n}`),
      fc.tuple(inner.any).map(([c]) => `${c}[*]`),
    ),
    map: fc.oneof(
      fc
        .tuple(name, inner.any, name, inner.any)
        .map(([a, v, b, w]) => `{ ${a} = ${v}, (${quote(b)}) : ${w} }`),
      fc.tuple(inner.list, bound.string, bound.any).map(([c, k, v]) => `{ for k, v in ${c} : ${k} => ${v} }`),
      fc
        .tuple(inner.any, bound.string, bound.any)
        .map(([c, k, v]) => `{ for k, v in ${c} : ${k} => ${v}... }`),
    ),
    any: fc.oneof(
      fc.tuple(inner.map, name).map(([c, n]) => `${c}.${n}`),
      fc.tuple(inner.list, inner.number).map(([c, n]) => `${c}[${n}]`),
      fc.tuple(inner.map, inner.string).map(([c, n]) => `${c}[${n}]`),
      inner.number,
      inner.string,
      inner.bool,
      inner.list,
      inner.map,
    ),
  };
  return eachSort((sort) =>
    fc.oneof(
      { weight: 2, arbitrary: own(sort) },
      { weight: 3, arbitrary: more[sort] },
      { weight: 4, arbitrary: fc.oneof(...calls(sort)) },
      { weight: 1, arbitrary: choice(sort) },
    ),
  );
}

function eachSort(make: (sort: Sort) => fc.Arbitrary<string>): Grammar {
  return {
    number: make('number'),
    string: make('string'),
    bool: make('bool'),
    list: make('list'),
    map: make('map'),
    any: make('any'),
  };
}

/** Expressions for Terraform's console: each of one line, and without references but those to given names. */
export function expressions(depth: number, vocabulary: Vocabulary = { names: [] }): fc.Arbitrary<string> {
  const { number, string, bool, list, map, any } = grammar(vocabulary, depth);
  return fc.oneof(number, string, bool, list, map, any);
}
