import type { Subject, SubjectKind, SubjectOf } from '../../../model/index.ts';
import type { EvaluatedModule, EvaluatedResource, TfValue } from '../evaluate/index.ts';
import { partOf, type Part } from './part.ts';

/** A resource with its parts. */
export interface Resource extends Part {
  readonly address: string;
  readonly type: string;
  readonly evaluated: EvaluatedResource;
}

/** A root module as it is applied to one environment: its resources, by what they are and what they refer to. */
export class Stack {
  readonly module: EvaluatedModule;
  /** The root's folder, or the variable file that makes one of several stacks of a folder. */
  readonly path: string;
  readonly environment: string | undefined;
  readonly resources: readonly Resource[];
  readonly #byType = new Map<string, Resource[]>();
  readonly #byAddress = new Map<string, Resource>();
  readonly #attached = new Map<string, Map<string, Resource[]>>();

  constructor(module: EvaluatedModule, path: string, environment: string | undefined) {
    this.module = module;
    this.path = path;
    this.environment = environment;
    this.resources = module.resources.map((evaluated) => ({
      ...partOf(evaluated),
      ...(evaluated.uncertain !== undefined && { uncertain: evaluated.uncertain }),
      address: evaluated.address,
      type: evaluated.mode === 'managed' ? evaluated.type : `${evaluated.mode}.${evaluated.type}`,
      evaluated,
    }));
    for (const resource of this.resources) {
      append(this.#byType, resource.type, resource);
      this.#byAddress.set(resource.address, resource);
    }
  }

  /** Resources of a type, `aws_s3_bucket`; data sources with `data.` before it. */
  of(type: string): readonly Resource[] {
    return this.#byType.get(type) ?? [];
  }

  at(address: string): Resource | undefined {
    return this.#byAddress.get(address);
  }

  /**
   * Resources of a type that name another one in an attribute: by reference, even where what they refer to is known
   * after apply only, or by the same text as one of the other's names.
   */
  attached(
    type: string,
    attribute: string,
    to: Resource,
    names: readonly string[] = [],
  ): readonly Resource[] {
    const index = this.#attachedBy(type, attribute);
    const keys = new Set([`@${to.address}`, `@${withoutKey(to.address)}[]`]);
    for (const name of names) {
      const value = to.get(name);
      if (value?.kind === 'string' && value.value !== '') keys.add(`=${value.value}`);
    }
    return [...new Set([...keys].flatMap((key) => index.get(key) ?? []))];
  }

  #attachedBy(type: string, attribute: string): ReadonlyMap<string, readonly Resource[]> {
    const cached = this.#attached.get(`${type}.${attribute}`);
    if (cached) return cached;
    const index = new Map<string, Resource[]>();
    for (const resource of this.of(type)) {
      for (const key of keysOf(resource.get(attribute))) append(index, key, resource);
    }
    this.#attached.set(`${type}.${attribute}`, index);
    return index;
  }

  /** The resource that a value was read from. */
  target(value: TfValue | undefined): Resource | undefined {
    const address = value?.reference?.address;
    return address === undefined ? undefined : this.at(address);
  }

  subject<K extends SubjectKind>(
    kind: K,
    resource: Pick<Resource, 'address' | 'at'>,
    facts: SubjectOf<K>['facts'],
  ): SubjectOf<K> & Subject {
    const subject: SubjectOf<K> = {
      kind,
      id: `${this.path}:${resource.address}`,
      name: resource.address,
      format: 'terraform',
      ...(this.environment !== undefined && { environment: this.environment }),
      location: resource.at,
      facts,
    };
    // `Subject` is the union of exactly these; TypeScript does not follow that for a generic kind.
    return subject as SubjectOf<K> & Subject;
  }
}

/** `@address` of what a value refers to, `@address[]` where its key is not known, `=text` of a known text. */
function keysOf(value: TfValue | undefined): readonly string[] {
  if (!value) return [];
  const address = value.reference?.address;
  const keys = address === undefined ? [] : [`@${address}`, `@${address}[]`];
  return value.kind === 'string' ? [...keys, `=${value.value}`] : keys;
}

function withoutKey(address: string): string {
  return address.endsWith(']') ? address.slice(0, address.lastIndexOf('[')) : address;
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
