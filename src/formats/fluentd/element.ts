import { known, type Fact, type TelemetryStageFacts } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';

/** An element such as `<match app.**>`, of which the reader of the grammar gives a map. */
export class Element {
  readonly node: DataNode;

  constructor(node: DataNode) {
    this.node = node;
  }

  get name(): string {
    return this.node.get('<name>').text ?? '';
  }

  get argument(): string {
    return this.node.get('<argument>').text ?? '';
  }

  /** `tail`, `elasticsearch`; older files write `type`. */
  get type(): string {
    const type = this.node.get('@type').text ?? this.node.get('type').text ?? '';
    return type.startsWith('@') ? type : type.toLowerCase();
  }

  get(key: string): DataNode {
    return this.node.get(key);
  }

  text(key: string): string | undefined {
    return this.node.get(key).text;
  }

  elements(name?: string): readonly Element[] {
    const all = this.node
      .get('<elements>')
      .items()
      .map((node) => new Element(node));
    return name === undefined ? all : all.filter((one) => one.name === name);
  }

  /** `elasticsearch for app.**`, or its id. */
  get label(): string {
    const id = this.text('@id') ?? this.text('id');
    return id ?? (this.argument === '' ? this.type : `${this.type} for ${this.argument}`);
  }

  get stage(): TelemetryStageFacts {
    return { name: this.fact, type: this.type };
  }

  get fact(): Fact<string> {
    return known(this.label, this.node.get('<name>').at);
  }

  isOn(key: string): boolean {
    return /^(?:true|yes|on)$/i.test(this.text(key) ?? '');
  }

  isOff(key: string): boolean {
    return /^(?:false|no|off)$/i.test(this.text(key) ?? '');
  }
}
