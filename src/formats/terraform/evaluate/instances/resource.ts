import type { Location, Span } from '../../../../source/index.ts';
import type { HclAttribute } from '../../../../syntax/hcl/index.ts';
import type { EvaluatedBlock, EvaluatedResource } from '../result.ts';
import { attributeLocation, attributeValue, locationIn, scopeIn, withFrame, type Scope } from '../runtime.ts';
import {
  mappingAt,
  type MappingValue,
  type ResourceReference,
  sequenceAt,
  unknownFrom,
  type Value,
} from '../../../../cloud/index.ts';
import { evaluateBlock, nestedBlocks } from './blocks.ts';
import { Cells, LazyEntries } from '../modules/cells.ts';
import { expansionOf, instanceScope, keySuffix, type Expansion, type InstanceKey } from './expansion.ts';
import { attributeNamed, type DeclaredResource } from '../modules/declarations.ts';

const META: ReadonlySet<string> = new Set(['count', 'for_each', 'provider', 'depends_on']);

/** What a resource needs to know of the module that it is in. */
export interface Surroundings {
  readonly module: string;
  readonly directory: string;
  readonly callChain: EvaluatedResource['callChain'];
  /** Why it is not known whether the module is there at all. */
  readonly uncertain: string | undefined;
}

/** One instance of a resource; its attributes are evaluated when first asked for. */
export class ResourceInstance {
  readonly address: string;
  /** What other expressions see of it. */
  readonly value: MappingValue;
  private readonly reference: ResourceReference;
  private readonly declared: DeclaredResource;
  private readonly scope: Scope;
  private readonly cells: Cells;
  private blocks: readonly EvaluatedBlock[] | undefined;
  private readonly key: string | number | undefined;

  constructor(declared: DeclaredResource, address: string, scope: Scope, key: string | number | undefined) {
    this.declared = declared;
    this.address = address;
    this.key = key;
    this.reference = { mode: declared.mode, address, path: [] };
    this.cells = new Cells(scope.runtime, `${address}.`);
    this.value = this.asValue(scope);
    this.scope = withFrame(scope, 'self', this.value);
  }

  private asValue(scope: Scope): MappingValue {
    const { block } = this.declared;
    const names = new Set<string>();
    for (const { name } of block.body.attributes) if (!META.has(name)) names.add(name);
    for (const { type, labels } of block.body.blocks)
      names.add(type === 'dynamic' ? (labels[0]?.value ?? type) : type);
    const entries = new LazyEntries(names, (name) => this.attribute(name));
    return { ...mappingAt(locationIn(scope, block.headerSpan), 'object', entries), open: this.reference };
  }

  evaluated(surroundings: Surroundings, why: string | undefined): EvaluatedResource {
    const { declared, scope, key } = this;
    const { block, mode, type, name } = declared;
    const uncertain = surroundings.uncertain ?? why;
    const provider = attributeNamed(block, 'provider');
    return {
      address: this.address,
      mode,
      type,
      name,
      ...(key !== undefined && { key }),
      block: evaluateBlock(block, scope, {
        skip: META,
        compute: (attribute) => this.attribute(attribute.name),
        blocks: this.nested(),
      }),
      module: surroundings.module,
      directory: surroundings.directory,
      callChain: surroundings.callChain,
      ...(uncertain !== undefined && { uncertain }),
      ...(provider && { provider: writtenText(provider, provider.value, scope) }),
      dependsOn: this.dependsOn(),
    };
  }

  private dependsOn(): readonly string[] {
    const attribute = attributeNamed(this.declared.block, 'depends_on');
    if (attribute?.value.kind !== 'tuple') return [];
    return attribute.value.items.map((item) => writtenText(attribute, item, this.scope));
  }

  private attribute(name: string): Value {
    const attribute = attributeNamed(this.declared.block, name);
    const at = (): Location =>
      attribute
        ? attributeLocation(attribute, this.scope)
        : locationIn(this.scope, this.declared.block.headerSpan);
    return this.cells.get(name, at, () =>
      attribute ? attributeValue(attribute, this.scope) : this.blocksAsValue(name),
    );
  }

  private nested(): readonly EvaluatedBlock[] {
    return (this.blocks ??= nestedBlocks(this.declared.block.body, this.scope));
  }

  /** Nested blocks as other expressions see them: a list of objects. */
  private blocksAsValue(type: string): Value {
    const at = locationIn(this.scope, this.declared.block.headerSpan);
    const blocks = this.nested().filter((block) => block.type === type);
    const items = blocks.map((block, index) => blockValue(block, { ...this.reference, path: [type, index] }));
    return sequenceAt(at, 'list', items);
  }
}

/** What stands in the file at a part of an attribute. */
function writtenText(attribute: HclAttribute, { start, end }: Span, scope: Scope): string {
  return scopeIn(scope, attribute).file.text.slice(start, end);
}

function blockValue(block: EvaluatedBlock, open: ResourceReference): MappingValue {
  const entries = new Map(block.attributes);
  const nested = new Map<string, Value[]>();
  for (const inner of block.blocks) {
    const list = nested.get(inner.type) ?? [];
    list.push(blockValue(inner, { ...open, path: [...open.path, inner.type, list.length] }));
    nested.set(inner.type, list);
  }
  for (const [type, list] of nested) entries.set(type, sequenceAt(block.location, 'list', list));
  return { ...mappingAt(block.location, 'object', entries), open };
}

/** A declared resource with its instances. */
export class Resource {
  readonly expansion: Expansion;
  readonly instances: readonly ResourceInstance[];
  private all: Value | undefined;
  private readonly at: Location;
  private readonly reference: ResourceReference;

  constructor(declared: DeclaredResource, prefix: string, scope: Scope) {
    const { mode, key: name, block } = declared;
    const base = `${prefix}${name}`;
    const make = (key: InstanceKey | undefined): ResourceInstance =>
      new ResourceInstance(
        declared,
        base + keySuffix(key?.key),
        instanceScope(scope, this.expansion, key),
        key?.key,
      );
    this.at = locationIn(scope, block.headerSpan);
    this.reference = { mode, address: base, path: [] };
    this.expansion = expansionOf(block, scope);
    const { expansion } = this;
    if ('keys' in expansion) this.instances = expansion.keys.map(make);
    else this.instances = [make(undefined)];
  }

  get uncertain(): string | undefined {
    return this.expansion.kind === 'uncertain' ? this.expansion.why.reason : undefined;
  }

  /**
   * What the resource's name stands for: an object, or a list or map of objects. Where it is not known how many
   * there are, any key stands for all of them, and is used up.
   */
  value(hasKey: boolean): { readonly value: Value; readonly usesKey: boolean } {
    const { expansion } = this;
    const [only] = this.instances;
    if (expansion.kind === 'single' && only) return { value: only.value, usesKey: false };
    if (expansion.kind !== 'uncertain') return { value: (this.all ??= this.together()), usesKey: false };
    if (hasKey && only) return { value: only.value, usesKey: true };
    return { value: unknownFrom(expansion.why, { reference: this.reference }), usesKey: false };
  }

  private together(): Value {
    const { expansion, instances } = this;
    if (expansion.kind !== 'each')
      return sequenceAt(
        this.at,
        'tuple',
        instances.map(({ value }) => value),
      );
    const keys = expansion.keys.map(({ key }) => String(key));
    const entries = new Map(instances.map(({ value }, index) => [keys[index] ?? '', value]));
    return mappingAt(this.at, 'object', entries);
  }
}
