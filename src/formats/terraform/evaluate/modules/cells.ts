import type { Location } from '../../../../source/index.ts';
import type { Runtime } from '../runtime.ts';
import { unknownAt, type Value } from '../../../../cloud/index.ts';

/** What is being computed right now, outermost first: the members of a cycle, if one of them is met again. */
const COMPUTING = new WeakMap<Runtime, string[]>();

/** Named values, each computed once, when first asked for. */
export class Cells {
  private readonly runtime: Runtime;
  private readonly prefix: string;
  private readonly values = new Map<string, Value | undefined>();

  /** `prefix` makes names unique within the run, and is what messages say before them. */
  constructor(runtime: Runtime, prefix: string) {
    this.runtime = runtime;
    this.prefix = prefix;
  }

  get(name: string, at: () => Location, compute: () => Value): Value {
    const known = this.values.get(name);
    if (known) return known;
    const label = this.prefix + name;
    const computing = computingIn(this.runtime);
    if (this.values.has(name)) return this.cycle(label, computing, at());
    this.values.set(name, undefined);
    computing.push(label);
    const value = this.runtime.apart(compute);
    computing.pop();
    this.values.set(name, value);
    return value;
  }

  private cycle(label: string, computing: readonly string[], at: Location): Value {
    const members = [...computing.slice(computing.indexOf(label)), label];
    const way = members.length > 12 ? [...members.slice(0, 11), '…', label] : members;
    this.runtime.report('terraform/cycle', `These depend on each other: ${way.join(' → ')}.`, at);
    return unknownAt(at, `${label} depends on itself`, { failure: true });
  }
}

function computingIn(runtime: Runtime): string[] {
  let computing = COMPUTING.get(runtime);
  if (!computing) COMPUTING.set(runtime, (computing = []));
  return computing;
}

/** A map whose values are computed when they are asked for; its keys are known from the start. */
export class LazyEntries implements ReadonlyMap<string, Value> {
  private readonly names: ReadonlySet<string>;
  private readonly compute: (name: string) => Value;

  constructor(names: ReadonlySet<string>, compute: (name: string) => Value) {
    this.names = names;
    this.compute = compute;
  }

  get size(): number {
    return this.names.size;
  }

  get(name: string): Value | undefined {
    return this.names.has(name) ? this.compute(name) : undefined;
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  forEach(run: (value: Value, name: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const name of this.names) run(this.compute(name), name, this);
  }

  keys(): MapIterator<string> {
    return this.names.values();
  }

  *values(): MapIterator<Value> {
    for (const name of this.names) yield this.compute(name);
  }

  *entries(): MapIterator<[string, Value]> {
    for (const name of this.names) yield [name, this.compute(name)];
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }
}
