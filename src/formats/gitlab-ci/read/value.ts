import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';

/** What the values of one file are read with. */
export interface Scope {
  /** What `$[[ inputs.name ]]` stands for in this file. */
  readonly input: (name: string) => Value | undefined;
  /** What `!reference [job, key]` names in the pipeline that the file belongs to. */
  readonly lookup: (path: readonly string[]) => Value | undefined;
}

const INPUT = /\$\[\[\s*inputs\.([\w-]+)(?:[\s|][^\]]*)?\]\]/g;
const WHOLE_INPUT = /^\$\[\[\s*inputs\.([\w-]+)(?:[\s|][^\]]*)?\]\]$/;
const REFERENCE = '!reference';
/** Entries of one list with all lists that stand or are referred to in it; GitLab nests ten deep. */
const ITEMS = 5_000;
/** Maps that are laid over one another; nobody includes and extends as many. */
const LAYERS = 500;
const DEPTH = 10;

type Raw = Readonly<Record<string, unknown>>;

/**
 * A value of a pipeline's configuration as GitLab sees it: after includes, `extends`, inputs and references. It is
 * read step by step, as it is asked for, so that what repeats itself never grows.
 */
export class Value {
  /** Where it stands; of a merged map where its last part does. */
  readonly node: DataNode;
  private readonly raw: unknown;
  private readonly scope: Scope;
  /** The map that this one is laid over. */
  private readonly base: Value | undefined;
  /** How many maps it is made of. */
  private readonly layers: number;
  private children: ReadonlyMap<string, Value> | undefined;

  constructor(node: DataNode, scope: Scope, raw: unknown = node.value, base?: Value) {
    this.node = node;
    this.scope = scope;
    this.raw = raw;
    this.base = base;
    this.layers = 1 + (base?.layers ?? 0);
  }

  get at(): Location {
    return this.node.at;
  }

  get header(): Location {
    return this.node.header;
  }

  get exists(): boolean {
    return this.raw !== undefined && this.raw !== null;
  }

  get isMap(): boolean {
    return isRaw(this.raw);
  }

  get isList(): boolean {
    return Array.isArray(this.raw);
  }

  /** A scalar as GitLab hands it to a job, with the inputs of its file. */
  get text(): string | undefined {
    const { raw } = this;
    if (typeof raw === 'number' || typeof raw === 'boolean') {
      return raw === this.node.value ? (this.node.written ?? String(raw)) : String(raw);
    }
    if (typeof raw !== 'string' || !raw.includes('$[[')) return typeof raw === 'string' ? raw : undefined;
    return this.interpolated(raw);
  }

  /** Is the text just as it stands in the file, so that places in it can be told? */
  get isVerbatim(): boolean {
    return this.raw === this.node.value && typeof this.raw === 'string' && this.text === this.raw;
  }

  get flag(): boolean | undefined {
    if (typeof this.raw === 'boolean') return this.raw;
    return this.text === 'true' ? true : this.text === 'false' ? false : undefined;
  }

  private get isReference(): boolean {
    return isRaw(this.raw) && Object.hasOwn(this.raw, REFERENCE);
  }

  has(key: string): boolean {
    return this.map().has(key);
  }

  get(...keys: readonly string[]): Value {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the walk starts here and moves on
    let value: Value = this;
    for (const key of keys) value = value.map().get(key)?.followed() ?? value.nothing(key);
    return value;
  }

  entries(): readonly (readonly [key: string, value: Value])[] {
    return [...this.map()].map(([key, value]) => [key, value.followed()] as const);
  }

  /** The entries of a list, with those of the lists inside it, as GitLab flattens scripts and rules. */
  items(): readonly Value[] {
    const found: Value[] = [];
    this.collect(found, DEPTH, { left: ITEMS });
    return found;
  }

  /** A list's texts, or the only one. */
  texts(): readonly string[] {
    return this.values().flatMap(({ text }) => text ?? []);
  }

  /** A list's entries, or the value alone where one may stand instead of a list. */
  values(): readonly Value[] {
    if (this.isList) return this.items();
    return this.exists ? [this] : [];
  }

  /** This map laid over another one: maps in both are laid over each other, too, all else replaces. */
  over(base: Value): Value {
    if (!this.isMap || !base.isMap || this.isReference || base.isReference) return this;
    if (this.layers + base.layers > LAYERS) return this;
    return new Value(this.node, this.scope, this.raw, this.base ? this.base.over(base) : base);
  }

  /** What a reference or an input names; a value itself otherwise. */
  private followed(): Value {
    const { raw } = this;
    if (typeof raw === 'string' && raw.startsWith('$[[')) {
      const name = WHOLE_INPUT.exec(raw.trim())?.[1];
      const given = name === undefined ? undefined : this.scope.input(name);
      return given && (given.isMap || given.isList) ? given : this;
    }
    if (!isRaw(raw) || !this.isReference) return this;
    const path = raw[REFERENCE];
    const names = Array.isArray(path) ? path.filter((one) => typeof one === 'string') : [];
    return this.scope.lookup(names) ?? new Value(this.node, this.scope, null);
  }

  private collect(found: Value[], depth: number, budget: { left: number }): void {
    if (!Array.isArray(this.raw)) return;
    const nodes = this.raw === this.node.value ? this.node.items() : [];
    for (const [index, item] of this.raw.entries()) {
      if (budget.left-- <= 0) return;
      const value = new Value(nodes[index] ?? this.node, this.scope, item).followed();
      if (!value.isList) found.push(value);
      else if (depth > 0) value.collect(found, depth - 1, budget);
    }
  }

  private map(): ReadonlyMap<string, Value> {
    return (this.children ??= this.readMap());
  }

  private readMap(): ReadonlyMap<string, Value> {
    const { raw, node, scope, base } = this;
    const children = new Map<string, Value>(base?.map());
    if (!isRaw(raw)) return children;
    const own = raw === node.value;
    for (const [key, item] of Object.entries(raw)) {
      const name = key.includes('$[[') ? this.interpolated(key) : key;
      const child = new Value(own ? node.get(key) : node, scope, item);
      const under = children.get(name);
      children.set(name, under ? child.over(under) : child);
    }
    return children;
  }

  private nothing(key: string): Value {
    return new Value(this.node.get(key), this.scope, undefined);
  }

  private interpolated(text: string): string {
    return text.replace(INPUT, (whole, name: string) => this.scope.input(name)?.text ?? whole);
  }
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
