import type { Location, RelatedLocation, SourceFile } from '../../../../source/index.ts';
import type { EvaluatedModuleCall } from '../result.ts';
import { attributeLocation, attributeValue, locationIn, type Scope } from '../runtime.ts';
import {
  mappingAt,
  type ResourceReference,
  sequenceAt,
  unknownAt,
  unknownFrom,
  type UnknownValue,
  type Value,
} from '../../../../cloud/index.ts';
import { Cells } from './cells.ts';
import { attributeNamed } from './declarations.ts';
import type { DeclaredBlock } from './overrides.ts';
import {
  expansionOf,
  instanceScope,
  keySuffix,
  type Expansion,
  type InstanceKey,
} from '../instances/expansion.ts';
import type { GivenValue } from '../variables/variables.ts';

const META: ReadonlySet<string> = new Set([
  'source',
  'version',
  'count',
  'for_each',
  'providers',
  'depends_on',
]);

/** A module call's source: the directory, or why there is none. */
export interface ResolvedSource {
  readonly value: Value;
  readonly directory: string | undefined;
  readonly reason: string | undefined;
}

/** What a call needs of the module that it is in. */
export interface Caller {
  readonly prefix: string;
  readonly setup: { readonly callChain: readonly RelatedLocation[]; readonly uncertain: string | undefined };
  scope(file: SourceFile): Scope;
}

/** What a call needs of the module that it calls. */
export interface Callee {
  outputsAt(at: Location): Value;
}

/** Makes the module that an instance of a call evaluates. */
export type MakeModule<M> = (call: CallInstance, directory: string) => M;

/** One instance of a module call. */
export class CallInstance {
  readonly address: string;
  readonly callChain: readonly RelatedLocation[];
  readonly scope: Scope;
  readonly uncertain: string | undefined;
  private readonly declared: DeclaredBlock;
  private readonly cells: Cells;

  constructor(
    declared: DeclaredBlock,
    caller: Caller,
    address: string,
    scope: Scope,
    uncertain: string | undefined,
  ) {
    const location = locationIn(scope, declared.block.headerSpan);
    this.declared = declared;
    this.address = address;
    this.scope = scope;
    this.uncertain = uncertain;
    this.callChain = [...caller.setup.callChain, { location, message: `${address} is called here` }];
    this.cells = new Cells(scope.runtime, `${address}.`);
  }

  /** What the call passes to a variable of the module. */
  given(name: string): GivenValue | undefined {
    const value = this.argument(name);
    const hop = this.callChain.at(-1);
    return value && { value, from: 'caller', hops: hop ? [hop] : [] };
  }

  private argument(name: string): Value | undefined {
    const attribute = META.has(name) ? undefined : attributeNamed(this.declared.block, name);
    if (!attribute) return undefined;
    const at = (): Location => attributeLocation(attribute, this.scope);
    return this.cells.get(name, at, () => attributeValue(attribute, this.scope));
  }

  evaluated(source: ResolvedSource, directory: string): EvaluatedModuleCall {
    const args = new Map<string, Value>();
    for (const { name } of this.declared.block.body.attributes) {
      const value = this.argument(name);
      if (value) args.set(name, value);
    }
    const version = attributeNamed(this.declared.block, 'version');
    return {
      address: this.address,
      source: source.value,
      ...(version && { version: attributeValue(version, this.scope) }),
      resolved: source.directory,
      directory,
      location: locationIn(this.scope, this.declared.block.headerSpan),
      arguments: args,
      ...(source.reason !== undefined && { reason: source.reason }),
      ...(this.uncertain !== undefined && { uncertain: this.uncertain }),
    };
  }
}

/** A declared module call with its instances. */
export class ModuleCall<M extends Callee = Callee> {
  readonly source: ResolvedSource;
  readonly instances: readonly { readonly call: CallInstance; readonly module: M | undefined }[];
  private all: Value | undefined;
  private readonly expansion: Expansion;
  private readonly at: Location;
  private readonly reference: ResourceReference;

  constructor(
    name: string,
    declared: DeclaredBlock,
    caller: Caller,
    source: ResolvedSource,
    make: MakeModule<M>,
  ) {
    const scope = caller.scope(declared.file);
    const base = `${caller.prefix}module.${name}`;
    this.source = source;
    this.at = locationIn(scope, declared.block.headerSpan);
    this.reference = { mode: 'module', address: base, path: [] };
    this.expansion = expansionOf(declared.block, scope);
    const { expansion } = this;
    const uncertain =
      caller.setup.uncertain ?? (expansion.kind === 'uncertain' ? expansion.why.reason : undefined);
    const keys: readonly (InstanceKey | undefined)[] = 'keys' in expansion ? expansion.keys : [undefined];
    this.instances = keys.map((key) => {
      const inner = instanceScope(scope, expansion, key);
      const call = new CallInstance(declared, caller, base + keySuffix(key?.key), inner, uncertain);
      return { call, module: source.directory === undefined ? undefined : make(call, source.directory) };
    });
  }

  /** What `module.x` stands for; see `Resource.value`. */
  value(hasKey: boolean): { readonly value: Value; readonly usesKey: boolean } {
    const { expansion } = this;
    const [only] = this.instances;
    if (expansion.kind === 'single' && only) return { value: this.outputs(only), usesKey: false };
    if (expansion.kind !== 'uncertain') return { value: (this.all ??= this.together()), usesKey: false };
    if (hasKey && only) return { value: this.outputs(only), usesKey: true };
    return { value: unknownFrom(expansion.why, { reference: this.reference }), usesKey: false };
  }

  private outputs({ call, module }: ModuleCall<M>['instances'][number]): Value {
    return module?.outputsAt(this.at) ?? this.unresolved(call);
  }

  private together(): Value {
    const { expansion } = this;
    const values = this.instances.map((instance) => this.outputs(instance));
    if (expansion.kind !== 'each') return sequenceAt(this.at, 'tuple', values);
    const keys = expansion.keys.map(({ key }) => String(key));
    return mappingAt(this.at, 'object', new Map(values.map((value, index) => [keys[index] ?? '', value])));
  }

  private unresolved(call: CallInstance): UnknownValue {
    const { address } = call;
    const reason = this.source.reason ?? `${address} is not evaluated`;
    return unknownAt(this.at, reason, { reference: { ...this.reference, address } });
  }
}
