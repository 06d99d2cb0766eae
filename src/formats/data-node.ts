import type { Location } from '../source/index.ts';
import type { DataDocument } from '../syntax/data/index.ts';

type Key = string | number;

/**
 * A place in a YAML or JSON document, and what stands there. Asking for what is not there, or is something
 * else, gives an empty node or nothing, so that formats read hostile files without checking each step.
 */
export class DataNode {
  readonly document: DataDocument;
  readonly path: readonly Key[];
  /** `undefined` when there is nothing; `null` when the file says so. */
  readonly value: unknown;

  constructor(document: DataDocument, path: readonly Key[], value: unknown) {
    this.document = document;
    this.path = path;
    this.value = value;
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

  get(...keys: readonly string[]): DataNode {
    let value = this.value;
    for (const key of keys) value = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return new DataNode(this.document, [...this.path, ...keys], value);
  }

  /** The entries of a list; none when it is no list. */
  items(): readonly DataNode[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((item, index) => new DataNode(this.document, [...this.path, index], item));
  }

  /** The entries of a map; none when it is no map. */
  entries(): readonly (readonly [key: string, node: DataNode])[] {
    if (!isMap(this.value)) return [];
    return Object.entries(this.value).map(
      ([key, value]) => [key, new DataNode(this.document, [...this.path, key], value)] as const,
    );
  }

  /** The strings of a list; other entries are left out. */
  texts(): readonly string[] {
    return Array.isArray(this.value) ? this.value.filter((item) => typeof item === 'string') : [];
  }

  /** Where the value stands; of an absent value the header of what should hold it. */
  get at(): Location {
    return this.exists ? this.document.locate(this.path) : this.header;
  }

  /** The name of the nearest thing that exists: a map's key, a list entry's `name` or first key. */
  get header(): Location {
    if (!this.exists && this.path.length > 0) return this.parent.header;
    const last = this.path.at(-1);
    if (typeof last === 'string') return this.document.locate(this.path, 'key');
    const name = this.get('name');
    if (name.text !== undefined) return name.at;
    const first = isMap(this.value) ? Object.keys(this.value)[0] : undefined;
    if (first !== undefined) return this.document.locate([...this.path, first], 'key');
    return this.document.locate(this.path);
  }

  private get parent(): DataNode {
    const path = this.path.slice(0, -1);
    let value: unknown = this.document.value;
    for (const key of path) value = childOf(value, key);
    return new DataNode(this.document, path, value);
  }
}

export function rootNode(document: DataDocument): DataNode {
  return new DataNode(document, [], document.value);
}

function childOf(value: unknown, key: Key): unknown {
  if (typeof key === 'number') return Array.isArray(value) ? (value as readonly unknown[])[key] : undefined;
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
