import type { Native } from '../model/index.ts';
import type { Location } from '../source/index.ts';
import type { DataDocument, Place } from '../syntax/data/index.ts';

type Key = string | number;

/**
 * A place in a YAML or JSON document, and what stands there. Asking for what is not there, or is something
 * else, gives an empty node or nothing, so that formats read hostile files without checking each step.
 */
export class DataNode {
  readonly document: DataDocument;
  /** `undefined` when there is nothing; `null` when the file says so. */
  readonly value: unknown;
  private readonly parent: DataNode | undefined;
  private readonly key: Key;
  private known: Place | undefined;

  constructor(document: DataDocument, value: unknown, parent?: DataNode, key: Key = '') {
    this.document = document;
    this.value = value;
    this.parent = parent;
    this.key = key;
  }

  /** The last part of the path: a map's key or a list's index; empty for the document itself. */
  get label(): string {
    return String(this.key);
  }

  /** False for what is absent and for `null`, which most tools read alike. */
  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  get isMap(): boolean {
    return isMap(this.value);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  /** A scalar as it is written, for what YAML takes for a number and its reader for a text; `null` is none. */
  get written(): string | undefined {
    if (typeof this.value === 'string' || !this.exists) return this.text;
    return typeof this.value === 'object' ? undefined : this.document.rawText(this.path());
  }

  /** Is there such a key, even one with nothing in it? */
  has(key: string): boolean {
    return isMap(this.value) && Object.hasOwn(this.value, key);
  }

  get(...keys: readonly string[]): DataNode {
    // Nothing is called as often, and nearly always with one key.
    if (keys.length === 1) return this.child(keys[0] ?? '');
    return keys.reduce<DataNode>((node, key) => node.child(key), this);
  }

  private child(key: string): DataNode {
    const { value } = this;
    const child = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return new DataNode(this.document, child, this, key);
  }

  /** The entries of a list; none when it is no list. */
  items(): readonly DataNode[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((item, index) => new DataNode(this.document, item, this, index));
  }

  /** The entries of a map; none when it is no map. */
  entries(): readonly (readonly [key: string, node: DataNode])[] {
    if (!isMap(this.value)) return [];
    return Object.keys(this.value).map((key) => [key, this.child(key)] as const);
  }

  /** The strings of a list; other entries are left out. */
  texts(): readonly string[] {
    return Array.isArray(this.value) ? this.value.filter((item) => typeof item === 'string') : [];
  }

  /** What stands where a map should hold this absent value: `strategy: fast`, asked for `strategy.type`. */
  get obstacle(): DataNode | undefined {
    if (this.exists || !this.parent) return undefined;
    if (!this.parent.exists) return this.parent.obstacle;
    return this.parent.isMap ? undefined : this.parent;
  }

  /** The text, or the strings of a list: what many keys take one or several of. */
  oneOrMoreTexts(): readonly string[] {
    return this.text === undefined ? this.texts() : [this.text];
  }

  /** Where the value stands; of an absent value the header of what should hold it. */
  get at(): Location {
    return this.exists ? this.place().locate() : this.header;
  }

  /** The name of the nearest thing that exists: a map's key; of a list entry its `name`, or what it begins with. */
  get header(): Location {
    if (!this.exists && this.parent) return this.parent.header;
    if (this.parent && typeof this.key === 'string') return this.place().locate('key');
    const name = this.get('name');
    if (name.text !== undefined) return name.at;
    const first = isMap(this.value) ? Object.keys(this.value)[0] : undefined;
    if (first !== undefined) {
      const part = this.get(first).text === undefined ? 'key' : 'value';
      return this.place().below(first).locate(part);
    }
    return this.place().locate();
  }

  /** What stands in one map is looked for from there, not from the top of the document each time. */
  private place(): Place {
    return (this.known ??= this.parent ? this.parent.place().below(this.key) : this.document.place);
  }

  /** The node as a document of its own. */
  asDocument(): DataDocument {
    return this.document.at(this.path());
  }

  /** The key, also one with nothing in it. */
  get keyAt(): Location {
    const written = typeof this.key === 'string' && this.parent?.has(this.key) === true;
    return written ? this.document.locate(this.path(), 'key') : this.header;
  }

  private path(): readonly Key[] {
    const path: Key[] = [];
    for (let node: DataNode | undefined = this.parent && this; node?.parent; node = node.parent)
      path.push(node.key);
    return path.reverse();
  }
}

/** A string, number or boolean as a text, as pipeline systems print them. */
export function scalarText({ value }: DataNode): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/**
 * The texts below a node, in the order of the file. What aliases repeat is gone through once, since a small file may
 * repeat more than there is time for.
 * @param skips what is not gone into
 */
export function textsBelow(
  node: DataNode,
  skips: (node: DataNode) => boolean = () => false,
): readonly DataNode[] {
  const found: DataNode[] = [];
  const seen = new Set<unknown>();
  const visit = (one: DataNode): void => {
    if (one.text !== undefined) found.push(one);
    if (typeof one.value !== 'object' || one.value === null || seen.has(one.value) || skips(one)) return;
    seen.add(one.value);
    for (const item of one.items()) visit(item);
    for (const [, child] of one.entries()) visit(child);
  };
  visit(node);
  return found;
}

export function rootNode(document: DataDocument): DataNode {
  return new DataNode(document, document.value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a document holds, as policies of one's own read it. */
export function nativeOf({ document }: DataNode): Native {
  return { plain: document.value, locate: (path) => ({ at: document.locate([...path]) }) };
}
