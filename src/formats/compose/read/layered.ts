import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';

/**
 * One thing that several files say something of, or that extends another one: the files that say more come first.
 * `!reset` and `!override` take what the others say away.
 */
export class Layered {
  /** What says most is the first; only what exists, but for the first. */
  private readonly nodes: readonly DataNode[];
  /** Why not all of its layers are there: what they would say is not known. */
  readonly lost: string | undefined;

  constructor(nodes: readonly DataNode[], lost?: string) {
    this.nodes = nodes;
    this.lost = lost;
  }

  get(...keys: readonly string[]): Layered {
    return keys.reduce<Layered>((layers, key) => layers.child(key), this);
  }

  private child(key: string): Layered {
    const found: DataNode[] = [];
    for (const node of this.nodes) {
      const child = node.get(key);
      if (child.has('!reset')) return new Layered(found.length > 0 ? found : [child.get('nothing')]);
      const replacing = child.has('!override');
      const value = replacing ? child.get('!override') : child;
      if (value.exists) found.push(value);
      if (replacing) return new Layered(found.length > 0 ? found : [value]);
    }
    const [first] = this.nodes;
    return new Layered(found.length > 0 || !first ? found : [first.get(key)], this.lost);
  }

  /** What decides of a single value; an empty node when nobody says anything. */
  get node(): DataNode | undefined {
    return this.nodes[0];
  }

  get exists(): boolean {
    return this.node?.exists === true;
  }

  /** Undefined only for what has no file at all. */
  get at(): Location | undefined {
    return this.node?.at;
  }

  /** Entries of lists, which are joined; those of what is extended come first. */
  items(): readonly DataNode[] {
    return [...this.nodes].reverse().flatMap((node) => node.items());
  }

  /** Entries of maps, which are joined by their keys. */
  entries(): readonly (readonly [key: string, node: DataNode])[] {
    const found = new Map<string, DataNode>();
    for (const node of [...this.nodes].reverse())
      for (const [key, value] of node.entries()) found.set(key, value);
    return [...found];
  }

  /**
   * Names with what they are set to, whether they are written as a map or as a list of `NAME=value`: nothing for a name
   * alone, whose value comes from outside.
   */
  assignments(): readonly Assignment[] {
    const found = new Map<string, Assignment>();
    for (const node of [...this.nodes].reverse()) {
      for (const [name, value] of node.entries())
        found.set(name, { name, node: value, written: value.text ?? value.written });
      for (const item of node.items()) {
        const { text } = item;
        if (text === undefined) continue;
        const split = text.indexOf('=');
        const name = split < 0 ? text : text.slice(0, split);
        found.set(name, { name, node: item, written: split < 0 ? undefined : text.slice(split + 1) });
      }
    }
    return [...found.values()];
  }
}

export interface Assignment {
  readonly name: string;
  readonly node: DataNode;
  readonly written: string | undefined;
}
