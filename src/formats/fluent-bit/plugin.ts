import { known, unknown, type Fact, type TelemetryStageFacts } from '../../model/index.ts';
import { scalarText, type DataNode } from '../data-node.ts';

/** An input, filter or output; its keys are the same in any case. */
export class Plugin {
  readonly node: DataNode;
  readonly #keys: ReadonlyMap<string, DataNode>;

  constructor(node: DataNode) {
    this.node = node;
    this.#keys = new Map(node.entries().map(([key, child]) => [key.toLowerCase(), child]));
  }

  /** Its plugin's name: `tail`. */
  get type(): string {
    return this.text('name')?.toLowerCase() ?? '';
  }

  get(...keys: readonly string[]): DataNode {
    for (const key of keys) {
      const child = this.#keys.get(key);
      if (child) return child;
    }
    return this.node.get(keys[0] ?? '');
  }

  text(...keys: readonly string[]): string | undefined {
    return scalarText(this.get(...keys))?.trim();
  }

  entries(): readonly (readonly [key: string, node: DataNode])[] {
    return [...this.#keys];
  }

  /** The name that it is told apart by. */
  get label(): string {
    return this.text('alias') ?? this.text('name') ?? '';
  }

  get name(): Fact<string> {
    return known(this.label, this.get(this.get('alias').exists ? 'alias' : 'name').at);
  }

  get stage(): TelemetryStageFacts {
    return { name: this.name, type: this.type };
  }

  /** `On`, `true`, `yes`; unknown where it is filled in. */
  isOn(otherwise: boolean, ...keys: readonly string[]): Fact<boolean> {
    const node = this.get(...keys);
    const text = this.text(...keys);
    if (text === undefined)
      return known(otherwise, this.get('name').exists ? this.get('name').at : this.node.header);
    if (text.includes('${')) return unknown(`${text} is given when Fluent Bit starts`, node.at);
    return known(/^(?:on|true|yes|1)$/i.test(text), node.at);
  }
}
