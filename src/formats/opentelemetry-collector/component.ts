import { unknown, type Fact } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';

export type ComponentClass = 'receiver' | 'processor' | 'exporter' | 'connector' | 'extension';

/** Something that a collector's configuration defines, by its name: `otlp/internal`. */
export interface Component {
  readonly class: ComponentClass;
  readonly id: string;
  readonly type: string;
  readonly node: DataNode;
}

export type Components = Readonly<Record<ComponentClass, ReadonlyMap<string, Component>>>;

/** All components that configurations define, by their class and name; of those of one name the first counts. */
export function componentsOf(bodies: readonly DataNode[]): Components {
  const read = (one: ComponentClass): ReadonlyMap<string, Component> => {
    const found = new Map<string, Component>();
    for (const body of bodies)
      for (const [key, node] of body.get(`${one}s`).entries()) {
        const id = key.trim();
        if (!found.has(id)) found.set(id, { class: one, id, type: typeOf(id), node });
      }
    return found;
  };
  return {
    receiver: read('receiver'),
    processor: read('processor'),
    exporter: read('exporter'),
    connector: read('connector'),
    extension: read('extension'),
  };
}

/** The type in a name, however it is spelled: newer versions write `otlp_http` for `otlphttp`. */
export function typeOf(id: string): string {
  const slash = id.indexOf('/');
  return (slash < 0 ? id : id.slice(0, slash)).trim();
}

/** A type without what tells its spellings apart. */
export function plainType(type: string): string {
  return type.replaceAll('_', '').toLowerCase();
}

/** Is a part of it filled in when the collector starts: `${env:HOST}:4317`, `$HOST`? */
export function isFilledIn(text: string): boolean {
  return /\$\{|\$[a-z_]|\{\{/i.test(text.replaceAll('$$', ''));
}

/** A setting that is switched on or off; unknown where it is filled in later. */
export function switchOf(node: DataNode, otherwise: boolean): Fact<boolean> {
  if (typeof node.value === 'boolean') return { value: node.value, at: node.at };
  const { text } = node;
  if (text === 'true' || text === 'false') return { value: text === 'true', at: node.at };
  if (text !== undefined) return filledIn(text, node);
  return { value: otherwise, at: node.at };
}

export function filledIn(text: string, node: DataNode): Fact<never> {
  return unknown(`${text.slice(0, 80)} is given when the collector starts`, node.at);
}
