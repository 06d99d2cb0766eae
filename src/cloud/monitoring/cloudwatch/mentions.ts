import { elementsOf } from '../../resource/lists.ts';
import { partsOn, present, textOf } from '../../resource/part.ts';
import type { Resource, Stack } from '../../resource/stack.ts';
import type { Value } from '../../resource/value.ts';
import type { AlarmNames } from './names.ts';

/** Which alarms a text or a reference names, and who does; each text is read once, however many alarms there are. */
export class Mentions {
  readonly #byAddress = new Map<string, Resource>();
  readonly #byWord = new Map<string, Resource[]>();
  /** Those whose names are more than one word: they are looked for in each text. */
  readonly #others: (readonly [name: string, alarm: Resource])[] = [];
  readonly #order = new Map<Resource, number>();
  readonly #users = new Map<Resource, Resource>();

  constructor(stack: Stack, names: AlarmNames) {
    for (const alarm of [...stack.of(names.alarm), ...stack.of(names.composite)]) this.#add(alarm, names);
    for (const composite of stack.of(names.composite)) this.#read(composite, [names.rule]);
    for (const [type, way] of Object.entries(names.watchers))
      for (const watcher of stack.of(type)) this.#read(watcher, way);
  }

  /** The first alarm, deployment or health check that reads the alarm. */
  userOf(alarm: Resource): Resource | undefined {
    return this.#users.get(alarm);
  }

  /** The alarms that a value names, by reference or by their names as whole words, in the stack's order. */
  alarmsIn(value: Value): readonly Resource[] {
    const found = new Set(this.#named(value));
    return [...found].toSorted((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0));
  }

  #add(alarm: Resource, names: AlarmNames): void {
    this.#order.set(alarm, this.#order.size);
    this.#byAddress.set(alarm.address, alarm);
    const value = present(alarm.get(names.name));
    const name = (value && textOf(value)) ?? '';
    if (name === '') return;
    if (!WORD.test(name)) this.#others.push([name, alarm]);
    else this.#byWord.set(name, [...(this.#byWord.get(name) ?? []), alarm]);
  }

  #read(user: Resource, way: readonly string[]): void {
    for (const part of partsOn(user, way.slice(0, -1))) {
      const value = part.get(way.at(-1) ?? '');
      for (const element of value ? elementsOf(value) : [])
        for (const alarm of this.#named(element)) if (!this.#users.has(alarm)) this.#users.set(alarm, user);
    }
  }

  #named(value: Value): readonly Resource[] {
    const referred = this.#byAddress.get(value.reference?.address ?? '');
    const found = referred ? [referred] : [];
    if (value.kind === 'unknown')
      return [
        ...found,
        ...(value.parts ?? []).flatMap((part) => (typeof part === 'string' ? [] : this.#named(part))),
      ];
    const text = textOf(value) ?? '';
    const words = new Set(text.split(BETWEEN));
    return [
      ...found,
      ...[...words].flatMap((word) => this.#byWord.get(word) ?? []),
      ...this.#others.filter(([name]) => hasName(text, name)).map(([, alarm]) => alarm),
    ];
  }
}

const WORD = /^[\w.-]+$/;
const BETWEEN = /[^\w.-]+/;

/** `ALARM("a b")` names the alarm `a b`; `ALARM("a bc")` does not. */
function hasName(rule: string, name: string): boolean {
  for (let at = rule.indexOf(name); at !== -1; at = rule.indexOf(name, at + 1))
    if (!WORD.test(rule[at - 1] ?? ' ') && !WORD.test(rule[at + name.length] ?? ' ')) return true;
  return false;
}
