import type { Expression } from './expression.ts';
import { OPEN, type Scope, type Value, type View } from './scope.ts';

type Scalar = string | number | boolean | null;

/** Texts longer than this are no names of anything. */
const LENGTH = 10_000;

/** What an expression stands for; calls only where they give a text. */
export function valueOf(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return { kind: 'known', value: expression.value };
    case 'path':
      return pathValue(expression.segments, scope);
    case 'call':
      return callValue(expression.name, expression.arguments, scope);
    case 'opaque':
      return OPEN;
  }
}

function pathValue(segments: readonly string[], scope: Scope): Value {
  const [first = '', second = ''] = segments;
  const root = first.toLowerCase();
  if (root === 'parameters') {
    return below(scope.parameters.get(second.toLowerCase()) ?? OPEN, segments.slice(2));
  }
  if (root === 'variables') {
    const view = scope.variable(segments.slice(1).join('.'));
    return view ? { kind: 'view', view } : OPEN;
  }
  return below(scope.loops.get(first) ?? OPEN, segments.slice(1));
}

function below(value: Value, segments: readonly string[]): Value {
  const [first, ...rest] = segments;
  if (first === undefined) return value;
  if (value.kind === 'pair') {
    if (first === 'key') return { kind: 'known', value: value.key };
    return first === 'value' ? below({ kind: 'view', view: value.value }, rest) : OPEN;
  }
  const view = value.kind === 'view' || value.kind === 'choice' ? value.view : undefined;
  if (!view) return OPEN;
  const child = view.isList ? view.items()[Number(first)] : view.get(first);
  if (!child?.exists) return view.isMap ? { kind: 'known', value: '' } : OPEN;
  return below({ kind: 'view', view: child }, rest);
}

/** The texts a value may be; undefined when that is not known. */
export function textsOfValue(value: Value): readonly string[] | undefined {
  switch (value.kind) {
    case 'known':
      return [value.value === null ? '' : String(value.value)];
    case 'view': {
      const { texts } = value.view.target;
      return texts.length > 0 ? texts : undefined;
    }
    case 'choice':
      return value.texts.length > 0 ? value.texts : undefined;
    case 'pair':
    case 'open':
      return undefined;
  }
}

/** One text that is known now: neither open, nor a variable that is known only while the pipeline runs. */
function scalarOf(expression: Expression, scope: Scope): Scalar | undefined {
  const value = valueOf(expression, scope);
  if (value.kind === 'known') return value.value;
  if (value.kind !== 'view') return undefined;
  const { target } = value.view;
  if (!target.exists) return target.node.value === null ? '' : undefined;
  const { texts } = target;
  const [text] = texts;
  return texts.length === 1 && text !== undefined && !/\$[{([]/.test(text) ? text : undefined;
}

/** Is a condition true? Undefined when that is decided elsewhere. */
export function truthOf(expression: Expression, scope: Scope): boolean | undefined {
  if (expression.kind === 'call') {
    const { name, arguments: args } = expression;
    if (name === 'and') return allOf(args.map((one) => truthOf(one, scope)));
    if (name === 'or') return negated(allOf(args.map((one) => negated(truthOf(one, scope)))));
    const [first] = args;
    if (name === 'not') return first && negated(truthOf(first, scope));
    const compared = comparison(name, args, scope);
    if (compared !== 'none') return compared;
  }
  const value = scalarOf(expression, scope);
  return value === undefined ? undefined : isTrue(value);
}

const isTrue = (value: Scalar): boolean =>
  value !== null && value !== 0 && !/^(?:false)?$/i.test(String(value));

const negated = (truth: boolean | undefined): boolean | undefined =>
  truth === undefined ? undefined : !truth;

function allOf(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

const lower = (value: Scalar): string => (value === null ? '' : String(value).toLowerCase());

/** Azure compares texts without regard to case. */
function comparison(name: string, args: readonly Expression[], scope: Scope): boolean | undefined | 'none' {
  const known = args.map((one) => scalarOf(one, scope));
  const [first, second, ...others] = known;
  const both = first !== undefined && second !== undefined;
  switch (name) {
    case 'eq':
      return both ? lower(first) === lower(second) : undefined;
    case 'ne':
      return both ? lower(first) !== lower(second) : undefined;
    case 'startswith':
      return both ? lower(first).startsWith(lower(second)) : undefined;
    case 'endswith':
      return both ? lower(first).endsWith(lower(second)) : undefined;
    case 'contains':
      return both ? lower(first).includes(lower(second)) : undefined;
    case 'in':
      return among(first, [second, ...others]);
    case 'notin':
      return negated(among(first, [second, ...others]));
    case 'containsvalue':
      return holdsValue(args, scope);
    default:
      return 'none';
  }
}

function among(value: Scalar | undefined, list: readonly (Scalar | undefined)[]): boolean | undefined {
  if (value === undefined) return undefined;
  if (list.some((one) => one !== undefined && lower(one) === lower(value))) return true;
  return list.includes(undefined) ? undefined : false;
}

function holdsValue([list, item]: readonly Expression[], scope: Scope): boolean | undefined {
  const value = list && valueOf(list, scope);
  const wanted = item && scalarOf(item, scope);
  if (value?.kind !== 'view' || wanted === undefined) return undefined;
  const texts = value.view.items().map((one: View) => one.text);
  return among(wanted, texts);
}

function callValue(name: string, args: readonly Expression[], scope: Scope): Value {
  if (CONDITIONS.has(name)) {
    const truth = truthOf({ kind: 'call', name, arguments: args }, scope);
    return truth === undefined ? OPEN : { kind: 'known', value: truth };
  }
  if (!TEXTS.has(name)) return OPEN;
  const known = args.map((one) => scalarOf(one, scope));
  if (name === 'coalesce') return firstGiven(known);
  const texts = known.flatMap((one) => (one === undefined ? [] : [one === null ? '' : String(one)]));
  if (texts.length < known.length) return OPEN;
  const text = textOf(name, texts);
  return text.length > LENGTH ? OPEN : { kind: 'known', value: text };
}

const TEXTS: ReadonlySet<string> = new Set(['lower', 'upper', 'format', 'replace', 'trim', 'coalesce']);

function textOf(name: string, [first = '', ...rest]: readonly string[]): string {
  switch (name) {
    case 'lower':
      return first.toLowerCase();
    case 'upper':
      return first.toUpperCase();
    case 'format':
      return first.replace(/\{(\d{1,2})\}/g, (whole, index: string) => rest[Number(index)] ?? whole);
    case 'replace':
      return first.replaceAll(rest[0] ?? '', rest[1] ?? '');
    default:
      return first.trim();
  }
}

/** The first that is not empty, as long as those before it are known. */
function firstGiven(known: readonly (Scalar | undefined)[]): Value {
  const value = known.find((one) => one === undefined || (one !== null && one !== ''));
  return value === undefined ? OPEN : { kind: 'known', value };
}

const CONDITIONS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'eq',
  'ne',
  'startswith',
  'endswith',
  'contains',
  'in',
  'notin',
  'containsvalue',
]);
