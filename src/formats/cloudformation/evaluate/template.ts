import { unknownAt, type Value } from '../../../cloud/index.ts';
import type { DataNode } from '../../data-node.ts';
import { evaluate } from './evaluate.ts';
import { loopEntries, type Entry } from './for-each.ts';
import { evaluateCondition } from './functions/logic.ts';
import { localTemplate, urlProperty, type TemplateSource } from './nested.ts';
import { parameterValue, pseudoParameter, used } from './parameters.ts';
import { onlyAccepted, rulesOf, type ParameterRules } from './worlds/rules.ts';
import { Runtime } from './runtime.ts';
import type { Names, Scope, World } from './scope.ts';
import { worldsOf } from './worlds/worlds.ts';

/** Transforms that make nothing which is not read here. */
const KNOWN_TRANSFORMS: ReadonlySet<string> = new Set(['AWS::LanguageExtensions']);
const SERVERLESS = 'AWS::Serverless-2016-10-31';
/** Where a transform puts in what stands beside it. */
const INCLUDE = 'Fn::Transform';
/** Stacks that one template makes in all, stacks in stacks among them. */
const MAX_STACKS = 200;

/** How a template is deployed. */
export interface Deployment {
  readonly source: TemplateSource;
  /** The values of parameters; where one is not given, its default counts. */
  readonly given: (parameter: string) => Value | undefined;
  /** The stack that makes this one, and its logical id there. */
  readonly parent?: { readonly template: Template; readonly address: string };
}

/** A template as it is deployed with some parameters: its names, each evaluated once. */
export class Template implements Names {
  readonly root: DataNode;
  readonly path: string;
  readonly runtime: Runtime;
  readonly scope: Scope;
  readonly transforms: readonly string[];
  readonly #deployment: Deployment;
  readonly #rules: ParameterRules;
  readonly #resources = new Map<string, Entry>();
  readonly #parameters = new Map<string, Value>();
  readonly #conditions = new Map<string, Value>();
  readonly #stacks = new Map<string, Template | undefined>();
  readonly #deciding: string[] = [];
  #declared: ReadonlyMap<string, Entry> | undefined;
  #worlds: readonly World[] | 'too many' | undefined;

  constructor(root: DataNode, deployment: Deployment) {
    this.root = root;
    this.path = root.document.file.path;
    this.#deployment = deployment;
    this.runtime = deployment.parent?.template.runtime ?? new Runtime();
    this.scope = { runtime: this.runtime, names: this, loop: undefined };
    const transforms = transformsIn(root);
    this.transforms = transforms.map(({ name }) => name);
    const macro = transforms.find(({ name }) => name === this.#macro);
    if (macro) {
      const message = `What ${macro.name} makes of the template at deployment is not known: it was judged as it is written.`;
      this.runtime.note('macro', message, macro.node.at);
    }
    this.#rules = rulesOf(root, this, this.runtime);
    for (const entry of loopEntries(root.get('Resources'), this.scope, evaluate))
      if (entry.key !== INCLUDE) this.#resources.set(entry.key, entry);
  }

  /** By logical id, as they are written. */
  get resources(): ReadonlyMap<string, Entry> {
    return this.#resources;
  }

  get conditions(): ReadonlyMap<string, Entry> {
    this.#declared ??= new Map(
      loopEntries(this.root.get('Conditions'), this.scope, evaluate).map((entry) => [entry.key, entry]),
    );
    return this.#declared;
  }

  get parent(): Deployment['parent'] {
    return this.#deployment.parent;
  }

  get isServerless(): boolean {
    return this.transforms.includes(SERVERLESS);
  }

  /** What SAM gives to all resources of a type. */
  get globals(): ReadonlyMap<string, Value> {
    const globals = evaluate(this.root.get('Globals'), this.scope);
    return 'entries' in globals ? globals.entries : new Map<string, Value>();
  }

  /** A logical id behind those of the stacks around: `Network.Vpc`. */
  address(name: string): string {
    return this.parent ? `${this.parent.address}.${name}` : name;
  }

  /** What changes the template in ways that are not read here. */
  get #macro(): string | undefined {
    return this.transforms.find((each) => !KNOWN_TRANSFORMS.has(each) && each !== SERVERLESS);
  }

  mayBeMade(name: string): string | undefined {
    const macro = this.#macro;
    if (macro !== undefined) return `${macro} may make it at deployment`;
    if (this.root.get('Modules').exists || this.#hasModules) return 'a module may make it before deployment';
    return this.isServerless && this.#isMadeBySam(name) ? `${SERVERLESS} makes it` : undefined;
  }

  ref(name: string, at: DataNode): Value | undefined {
    const parameter = this.#parameter(name);
    if (parameter) return used(name, parameter, at);
    if (this.#resources.has(name) || (this.isServerless && this.#isMadeBySam(name)))
      return this.#reference(name, [], at);
    return pseudoParameter(name, at);
  }

  attribute(resource: string, attribute: string, at: DataNode): Value | undefined {
    if (!this.#resources.has(resource)) {
      return this.isServerless && this.#isMadeBySam(resource)
        ? this.#reference(resource, [attribute], at)
        : undefined;
    }
    const output = attribute.startsWith('Outputs.')
      ? this.stack(resource)?.output(attribute.slice(8))
      : undefined;
    return output ? used(`${resource}.${attribute}`, output, at) : this.#reference(resource, [attribute], at);
  }

  mapping(name: string): DataNode {
    return this.root.get('Mappings', name);
  }

  condition(name: string): Value | undefined {
    const known = this.#conditions.get(name);
    if (known) return known;
    const entry = this.conditions.get(name);
    if (!entry) return undefined;
    if (this.#deciding.includes(name)) {
      const ring = [...this.#deciding.slice(this.#deciding.indexOf(name)), name].join(' -> ');
      return this.runtime.failure(
        'cycle',
        `conditions depend on each other in a ring: ${ring}`,
        entry.node.header,
      );
    }
    this.#deciding.push(name);
    const value = evaluateCondition(entry.node, entry.scope, evaluate);
    this.#deciding.pop();
    this.#conditions.set(name, value);
    return value;
  }

  get worlds(): readonly World[] | undefined {
    if (this.#deciding.length > 0) return undefined;
    if (this.#worlds === undefined) {
      const conditions = this.root.get('Conditions');
      this.#worlds = worldsOf(this.root, this.conditions, this.#rules, this) ?? 'too many';
      if (this.#worlds === 'too many') {
        const message =
          'The parameters that decide the conditions combine in too many ways: each was taken alone.';
        this.runtime.note('limit', message, conditions.header);
      }
    }
    return this.#worlds === 'too many' ? undefined : this.#worlds;
  }

  output(name: string): Value | undefined {
    const node = this.root.get('Outputs', name, 'Value');
    return node.exists ? evaluate(node, this.scope) : undefined;
  }

  /** The template of a stack that a resource makes, when it is among the files. */
  stack(name: string): Template | undefined {
    if (this.#stacks.has(name)) return this.#stacks.get(name);
    // What its parameters depend on may ask for it again: CloudFormation refuses that.
    this.#stacks.set(name, undefined);
    const entry = this.#resources.get(name);
    const template = entry && this.#nested(entry);
    this.#stacks.set(name, template);
    return template;
  }

  #nested({ key, node, scope }: Entry): Template | undefined {
    const property = urlProperty(node.get('Type').text ?? '');
    if (property === undefined) return undefined;
    const url = evaluate(node.get('Properties', property), scope);
    const { source } = this.#deployment;
    const root = url.kind === 'string' ? localTemplate(url.value, this.path, source) : undefined;
    if (!root) return undefined;
    const ring = this.#around(root.document.file.path);
    if (ring) {
      this.runtime.failure(
        'cycle',
        `templates make stacks of each other in a ring: ${ring.join(' -> ')}`,
        node.header,
      );
      return undefined;
    }
    if (!this.runtime.mayNest(MAX_STACKS)) {
      this.runtime.failure(
        'limit',
        `more than ${MAX_STACKS} nested stacks: this one was not read`,
        node.header,
      );
      return undefined;
    }
    const values = evaluate(node.get('Properties', 'Parameters'), scope);
    const given = (name: string): Value | undefined => {
      if ('entries' in values) return values.entries.get(name);
      return values.kind === 'unknown' ? values : undefined;
    };
    return new Template(root, { source, given, parent: { template: this, address: this.address(key) } });
  }

  /** The templates from one of the stacks around to this one, when the path is that stack's. */
  #around(path: string): readonly string[] | undefined {
    if (this.path === path) return [path, path];
    const outer = this.parent && this.parent.template.#around(path);
    return outer && [...outer.slice(0, -1), this.path, path];
  }

  #parameter(name: string): Value | undefined {
    const known = this.#parameters.get(name);
    if (known) return known;
    const declaration = this.root.get('Parameters', name);
    if (!declaration.exists) return undefined;
    const value = parameterValue(name, declaration, this.#deployment.given(name));
    this.#parameters.set(name, value);
    if (value.kind !== 'unknown') return value;
    // The rules see it as it is so far.
    const only = onlyAccepted(name, declaration, this.#rules, this);
    if (only) this.#parameters.set(name, parameterValue(name, declaration, only));
    return this.#parameters.get(name);
  }

  /** Modules put their resources beside the others, under names that begin with theirs. */
  get #hasModules(): boolean {
    for (const { node } of this.#resources.values()) if (node.get('Type').isMap) return true;
    return false;
  }

  /** SAM names what it makes after what it makes it of: `CheckoutRole`, `Checkout.Alias`. */
  #isMadeBySam(name: string): boolean {
    if (/^Serverless(?:Rest|Http)Api/.test(name)) return true;
    for (const [key, { node }] of this.#resources)
      if (name.startsWith(key) && node.get('Type').text?.startsWith('AWS::Serverless::') === true)
        return true;
    return false;
  }

  #reference(name: string, path: readonly string[], at: DataNode): Value {
    const reason = `${[name, ...path].join('.')} is known after deployment`;
    const reference = { mode: 'managed', address: this.address(name), path } as const;
    return unknownAt(at.at, reason, { reference });
  }
}

/** What changes a template, by name or with parameters, as a whole or from among its resources. */
function transformsIn(root: DataNode): readonly { readonly name: string; readonly node: DataNode }[] {
  const whole = root.get('Transform');
  const nodes = [...(whole.items().length > 0 ? whole.items() : [whole]), root.get('Resources', INCLUDE)];
  return nodes.flatMap((node) => {
    const name = node.text ?? node.get('Name').text;
    return name === undefined ? [] : [{ name, node }];
  });
}
