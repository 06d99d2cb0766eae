import type { Value } from '../../../../cloud/index.ts';
import type { DataNode } from '../../../data-node.ts';
import { comparedIn, isChosen, valuesThatMatter, withTexts, type Compared } from './compared.ts';
import { evaluate } from '../evaluate.ts';
import type { Entry } from '../for-each.ts';
import { evaluateCondition } from '../functions/logic.ts';
import { isRefused, withParameters, type ParameterRules } from './rules.ts';
import { Runtime } from '../runtime.ts';
import type { Names, World } from '../scope.ts';

/** More combinations of parameters are not tried. */
const MAX_COMBINATIONS = 256;

/**
 * The combinations of conditions that parameters without a value can make and the rules accept, each once: which
 * conditions are true and false in it. Undefined when there are too many to try.
 */
export function worldsOf(
  root: DataNode,
  conditions: ReadonlyMap<string, Entry>,
  rules: ParameterRules,
  names: Names,
): readonly World[] | undefined {
  const compared = comparedIn(root.get('Conditions'));
  const domains = domainsOf(compared, rules.compared, root.get('Parameters'), names);
  let combinations: readonly ReadonlyMap<string, Value>[] = [new Map()];
  for (const [name, values] of domains) {
    if (combinations.length * values.length > MAX_COMBINATIONS) return undefined;
    combinations = combinations.flatMap((given) => values.map((value) => new Map([...given, [name, value]])));
  }
  const worlds = new Map<string, World>();
  const runtime = new Runtime();
  const accepted = combinations.filter((given) => !isRefused(rules, given, names, runtime));
  // Where the defaults of others are what is refused, nothing is known about these.
  for (const given of accepted.length > 0 ? accepted : combinations) {
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
    ...withParameters(names, (name) => given.get(name)),
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
  conditions: Compared,
  rules: Compared,
  parameters: DataNode,
  names: Names,
): ReadonlyMap<string, readonly Value[]> {
  const domains = new Map<string, readonly Value[]>();
  for (const [name, texts] of conditions) {
    const declaration = parameters.get(name);
    if (!isChosen(declaration)) continue;
    if (names.ref(name, declaration)?.kind !== 'unknown') continue;
    const values = valuesThatMatter(declaration, texts && withTexts(texts, rules.get(name) ?? []));
    if (values) domains.set(name, values);
  }
  return domains;
}
