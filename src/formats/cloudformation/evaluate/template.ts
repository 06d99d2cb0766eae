import { unknownAt, type Value } from '../../../cloud/index.ts';
import type { DataNode } from '../../data-node.ts';
import { evaluate } from './evaluate.ts';
import { loopEntries, type Entry } from './for-each.ts';
import { evaluateCondition } from './functions/logic.ts';
import { parameterValue, pseudoParameter, used } from './parameters.ts';
import { Runtime } from './runtime.ts';
import type { Names, Scope } from './scope.ts';

/** Transforms that make nothing which is not read here. */
const KNOWN_TRANSFORMS: ReadonlySet<string> = new Set(['AWS::LanguageExtensions']);

/** A template as it is deployed with some parameters: its names, each evaluated once. */
export class Template implements Names {
  readonly root: DataNode;
  readonly runtime: Runtime = new Runtime();
  readonly scope: Scope;
  readonly transforms: readonly string[];
  readonly #resources = new Map<string, Entry>();
  readonly #given: ReadonlyMap<string, Value>;
  readonly #parameters = new Map<string, Value>();
  readonly #conditions = new Map<string, Value>();
  readonly #deciding: string[] = [];

  constructor(root: DataNode, given: ReadonlyMap<string, Value> = new Map()) {
    this.root = root;
    this.#given = given;
    this.scope = { runtime: this.runtime, names: this, loop: undefined };
    const transform = root.get('Transform');
    this.transforms = transform.text === undefined ? transform.texts() : [transform.text];
    for (const entry of loopEntries(root.get('Resources'), this.scope, evaluate))
      this.#resources.set(entry.key, entry);
  }

  /** By logical id, as they are written. */
  get resources(): ReadonlyMap<string, Entry> {
    return this.#resources;
  }

  get mayBeMade(): string | undefined {
    const macro = this.transforms.find((name) => !KNOWN_TRANSFORMS.has(name));
    return macro && `${macro} may make it at deployment`;
  }

  ref(name: string, at: DataNode): Value | undefined {
    const parameter = this.#parameter(name);
    if (parameter) return used(name, parameter, at);
    if (this.#resources.has(name)) return this.#reference(name, [], at);
    return pseudoParameter(name, at);
  }

  attribute(resource: string, attribute: string, at: DataNode): Value | undefined {
    return this.#resources.has(resource) ? this.#reference(resource, [attribute], at) : undefined;
  }

  mapping(name: string): DataNode {
    return this.root.get('Mappings', name);
  }

  condition(name: string): Value | undefined {
    const known = this.#conditions.get(name);
    if (known) return known;
    const node = this.root.get('Conditions', name);
    if (!node.exists) return undefined;
    if (this.#deciding.includes(name)) {
      const ring = [...this.#deciding.slice(this.#deciding.indexOf(name)), name].join(' -> ');
      return this.runtime.failure('cycle', `conditions depend on each other in a ring: ${ring}`, node.header);
    }
    this.#deciding.push(name);
    const value = evaluateCondition(node, this.scope, evaluate);
    this.#deciding.pop();
    this.#conditions.set(name, value);
    return value;
  }

  #parameter(name: string): Value | undefined {
    const known = this.#parameters.get(name);
    if (known) return known;
    const declaration = this.root.get('Parameters', name);
    if (!declaration.exists) return undefined;
    const value = parameterValue(name, declaration, this.#given.get(name));
    this.#parameters.set(name, value);
    return value;
  }

  #reference(address: string, path: readonly string[], at: DataNode): Value {
    const reason = `${[address, ...path].join('.')} is known after deployment`;
    return unknownAt(at.at, reason, { reference: { mode: 'managed', address, path } });
  }
}
