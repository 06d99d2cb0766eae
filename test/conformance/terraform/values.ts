import type { Expression } from '../../../src/syntax/hcl/index.ts';
import type { Variables } from './evaluated.ts';

type Wanted = 'bool' | 'number' | 'string' | 'list' | 'map';

/** What an expression reads of a name: attributes, elements, or the thing itself. */
interface Need {
  readonly attributes: Map<string, Need>;
  element?: Need;
  wanted?: Wanted;
}

type Names = ReadonlyMap<string, Need>;

/** Functions by what they take. */
const TAKES: Readonly<Record<string, readonly Wanted[]>> = {
  cidrsubnet: ['string', 'number', 'number'],
  chunklist: ['list', 'number'],
  compact: ['list'],
  concat: ['list', 'list', 'list', 'list'],
  contains: ['list', 'string'],
  distinct: ['list'],
  element: ['list', 'number'],
  flatten: ['list'],
  join: ['string', 'list'],
  keys: ['map'],
  length: ['list'],
  lookup: ['map', 'string', 'string'],
  max: ['number', 'number', 'number'],
  merge: ['map', 'map', 'map', 'map'],
  min: ['number', 'number', 'number'],
  one: ['list'],
  range: ['number', 'number', 'number'],
  reverse: ['list'],
  setproduct: ['list', 'list'],
  setsubtract: ['list', 'list'],
  setunion: ['list', 'list'],
  slice: ['list', 'number', 'number'],
  sort: ['list'],
  sum: ['list'],
  tolist: ['list'],
  tomap: ['map'],
  toset: ['list'],
  values: ['map'],
  zipmap: ['list', 'list'],
};

const POOL: Readonly<Record<Wanted, readonly string[]>> = {
  bool: ['true', 'false'],
  number: ['0', '1', '2', '3.5', '"4"'],
  string: ['"a"', '"10.0.0.0/16"', '""', '"x-y_z"', '"1.29"', '"true"', '7'],
  list: ['["a", "b"]', '[]', 'tolist(["a", "b"])', 'toset(["b", "a"])', 'tolist([])', '[1, "x"]'],
  map: ['{ a = "x", b = "y" }', '{}', 'tomap({ a = "x" })', '{ a = { b = true } }', 'tomap({})'],
};
const ANYTHING: readonly string[] = ['null', ...Object.values(POOL).flat()];

/** Values for the names that an expression refers to: by chance, mostly of the sort that their use asks for. */
export function valuesFor(expression: Expression, random: () => number): Variables {
  const names = new Map<string, Need>();
  collect(expression, undefined, new Map(), names);
  return Object.fromEntries([...names].map(([name, need]) => [name, written(need, random)]));
}

function newNeed(): Need {
  return { attributes: new Map() };
}

function written(need: Need, random: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? 'null';
  if (need.attributes.size > 0) {
    if (random() < 0.03) return pick(ANYTHING);
    const items = [...need.attributes].map(
      ([key, inner]) => `${JSON.stringify(key)} = ${written(inner, random)}`,
    );
    const object = `{ ${items.join(', ')} }`;
    return need.element && random() < 0.5 ? `[${object}]` : object;
  }
  if (need.element) {
    const { element } = need;
    const count = Math.floor(random() * 3);
    const items = Array.from({ length: count }, () => written(element, random));
    return need.wanted === 'map' || random() < 0.2
      ? `{ ${items.map((item, index) => `k${String(index)} = ${item}`).join(', ')} }`
      : `[${items.join(', ')}]`;
  }
  return pick(random() < 0.15 ? ANYTHING : POOL[need.wanted ?? 'string']);
}

/** Notes what is read of each name; gives the need of the expression itself, where it is a part of a name. */
function collect(
  expression: Expression,
  wanted: Wanted | undefined,
  local: Names,
  names: Map<string, Need>,
): Need | undefined {
  const inner = (child: Expression, sort?: Wanted, more: Names = local): Need | undefined =>
    collect(child, sort, more, names);
  switch (expression.kind) {
    case 'reference': {
      const need = local.get(expression.root) ?? named(names, expression.root);
      return noted(stepped(need, expression.steps), wanted);
    }
    case 'traversal': {
      const need = inner(expression.source);
      return need && noted(stepped(need, expression.steps), wanted);
    }
    case 'index': {
      inner(expression.key);
      const need = inner(expression.collection);
      return need && noted(elementOf(need), wanted);
    }
    case 'splat': {
      const need = inner(expression.source);
      return inner(
        expression.each,
        undefined,
        new Map([...local, ['*', need ? elementOf(need) : newNeed()]]),
      );
    }
    case 'splat-item':
      return local.get('*');
    case 'parentheses':
    case 'wrap':
      return inner(expression.expression, wanted);
    case 'for': {
      const need = inner(expression.collection, expression.keyVariable === undefined ? undefined : 'map');
      const more = new Map([...local, [expression.valueVariable, need ? elementOf(need) : newNeed()]]);
      if (expression.keyVariable !== undefined) more.set(expression.keyVariable, newNeed());
      if (expression.key) inner(expression.key, 'string', more);
      inner(expression.value, undefined, more);
      if (expression.condition) inner(expression.condition, 'bool', more);
      return undefined;
    }
    case 'conditional':
      inner(expression.condition, 'bool');
      inner(expression.then, wanted);
      inner(expression.otherwise, wanted);
      return undefined;
    case 'call':
      for (const [index, argument] of expression.arguments.entries())
        inner(argument, TAKES[expression.name]?.[index] ?? wanted);
      return undefined;
    case 'binary': {
      const logical = expression.operator === '&&' || expression.operator === '||';
      const equality = expression.operator === '==' || expression.operator === '!=';
      for (const side of [expression.left, expression.right])
        inner(side, logical ? 'bool' : equality ? undefined : 'number');
      return undefined;
    }
    default:
      for (const child of childrenOf(expression)) inner(child);
      return undefined;
  }
}

function named(names: Map<string, Need>, name: string): Need {
  const need = names.get(name) ?? newNeed();
  names.set(name, need);
  return need;
}

function elementOf(need: Need): Need {
  return (need.element ??= newNeed());
}

function stepped(need: Need, steps: readonly { readonly key: string | number }[]): Need {
  let result = need;
  for (const { key } of steps)
    result = typeof key === 'number' ? elementOf(result) : named(result.attributes, key);
  return result;
}

function noted(need: Need, wanted: Wanted | undefined): Need {
  if (wanted) need.wanted ??= wanted;
  return need;
}

/** Expressions within an expression, however deep in parts that are no expressions themselves. */
function childrenOf(node: object): readonly Expression[] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]): readonly Expression[] => {
    if (typeof value !== 'object' || value === null) return [];
    // The key of an object's item is a name there, and no reference.
    if (name === 'key' && 'name' in node && node.name !== undefined) return [];
    if (isExpression(value)) return [value];
    return childrenOf(value);
  });
}

const PARTS: ReadonlySet<unknown> = new Set(['text', 'interpolation', 'if']);

function isExpression(value: object): value is Expression {
  // A template's `for` binds names, which `for` expressions do better: what it refers to counts as a name of its own.
  return 'kind' in value && !PARTS.has(value.kind) && !('body' in value);
}

/** Numbers from 0 up to 1 that look random, and are the same for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // A linear congruential generator with the constants of Numerical Recipes; its high bits are good enough here.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
