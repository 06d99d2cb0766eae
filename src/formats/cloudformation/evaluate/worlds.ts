import { stringAt, type Value } from '../../../cloud/index.ts';
import type { DataNode } from '../../data-node.ts';
import { callOf } from './call.ts';
import { evaluate } from './evaluate.ts';
import { evaluateCondition } from './functions/logic.ts';
import { literal } from './literal.ts';
import { Runtime } from './runtime.ts';
import type { Entry } from './for-each.ts';
import type { Names, World } from './scope.ts';
import { scalarText } from './text.ts';

/** More combinations of parameters are not tried. */
const MAX_COMBINATIONS = 256;
/** A text that no template compares anything with: any other value. */
const OTHER = '\uE000';

/**
 * The combinations of conditions that parameters without a value can make, each once: which conditions are true and
 * false in it. Undefined when there are too many to try.
 */
export function worldsOf(
  root: DataNode,
  conditions: ReadonlyMap<string, Entry>,
  names: Names,
): readonly World[] | undefined {
  const domains = domainsOf(root.get('Conditions'), root.get('Parameters'), names);
  let combinations: readonly ReadonlyMap<string, Value>[] = [new Map()];
  for (const [name, values] of domains) {
    if (combinations.length * values.length > MAX_COMBINATIONS) return undefined;
    combinations = combinations.flatMap((given) => values.map((value) => new Map([...given, [name, value]])));
  }
  const worlds = new Map<string, World>();
  const runtime = new Runtime();
  for (const given of combinations) {
    const world = worldIn(conditions, given, names, runtime);
    worlds.set(JSON.stringify([...world]), world);
  }
  return [...worlds.values()];
}

/** The conditions where parameters have some values; one that is still not known is not in it. */
function worldIn(
  conditions: ReadonlyMap<string, Entry>,
  given: ReadonlyMap<string, Value>,
  names: Names,
  runtime: Runtime,
): World {
  const known = new Map<string, Value | undefined>();
  const assumed: Names = {
    ref: (name, at) => given.get(name) ?? names.ref(name, at),
    attribute: (resource, attribute, at) => names.attribute(resource, attribute, at),
    mapping: (name) => names.mapping(name),
    mayBeMade: (name) => names.mayBeMade(name),
    worlds: undefined,
    condition: (name) => {
      if (known.has(name)) return known.get(name);
      // What depends on itself is not known.
      known.set(name, names.condition(name));
      const entry = conditions.get(name);
      if (entry) known.set(name, evaluateCondition(entry.node, { ...entry.scope, ...scope }, evaluate));
      return known.get(name);
    },
  };
  const scope = { runtime, names: assumed };
  const world = new Map<string, boolean>();
  for (const name of conditions.keys()) {
    const value = assumed.condition(name);
    if (value?.kind === 'bool') world.set(name, value.value);
  }
  return world;
}

/** The values that may make a difference, of each name that has none and is only compared with texts. */
function domainsOf(
  conditions: DataNode,
  parameters: DataNode,
  names: Names,
): ReadonlyMap<string, readonly Value[]> {
  const compared = new Map<string, Value[] | undefined>();
  collect(conditions, compared);
  const domains = new Map<string, readonly Value[]>();
  for (const [name, texts] of compared) {
    const declaration = parameters.get(name);
    if (/List|^AWS::SSM/.test(declaration.get('Type').text ?? '')) continue;
    if (names.ref(name, declaration)?.kind !== 'unknown') continue;
    const allowed = declaration.get('AllowedValues').items().map(literal);
    if (allowed.length > 0) domains.set(name, allowed);
    else if (texts) domains.set(name, [...texts, stringAt(conditions.at, OTHER)]);
  }
  return domains;
}

/** What each `Ref` is compared with; undefined where it is also used in another way. */
function collect(node: DataNode, compared: Map<string, Value[] | undefined>): void {
  const call = callOf(node);
  if (call?.name === 'Ref' && call.argument.text !== undefined) {
    compared.set(call.argument.text, undefined);
    return;
  }
  if (call?.name === 'Fn::Equals') {
    const sides = call.argument.items();
    const reference = sides.map((side) => callOf(side)).find((side) => side?.name === 'Ref')?.argument.text;
    const value = sides.find((side) => !side.isMap && !side.isList);
    if (reference !== undefined && value && sides.length === 2) {
      const values = compared.has(reference) ? compared.get(reference) : [];
      const text = literal(value);
      const isNew = values?.every((other) => scalarText(other) !== scalarText(text));
      compared.set(reference, isNew ? [...(values ?? []), text] : values);
      return;
    }
  }
  for (const child of node.isList ? node.items() : node.entries().map(([, each]) => each))
    collect(child, compared);
}
