import type { Subject, SubjectKind, SubjectOf } from '../../model/index.ts';
import type { Part } from './part.ts';
import type { UnknownValue, Value } from './value.ts';

/** A resource with its parts. */
export interface Resource extends Part {
  /** Unique in its stack: `module.x["a"].aws_s3_bucket.b[0]`; of a template the logical id, `LogBucket`. */
  readonly address: string;
  /** `aws_s3_bucket`, `AWS::S3::Bucket`; data sources with `data.` before it. */
  readonly type: string;
  /** Its own name, without modules and keys. */
  readonly name: string;
  /** The stack makes it; it does not only read it. */
  readonly managed: boolean;
  /** The provider's configurations that it may be made with: one, where that is known. */
  readonly configurations?: () => readonly Part[];
}

export interface StackOptions {
  /** Id of the format that read it. */
  readonly format: string;
  /** Where it is written; see `StackFacts.path`. */
  readonly path: string;
  readonly environment: string | undefined;
  readonly resources: readonly Resource[];
}

/** Infrastructure code as it is applied to one environment: its resources, by what they are and what they refer to. */
export class Stack {
  readonly format: string;
  readonly path: string;
  readonly environment: string | undefined;
  readonly resources: readonly Resource[];
  readonly #byType = new Map<string, Resource[]>();
  readonly #byAddress = new Map<string, Resource>();
  readonly #attached = new Map<string, Map<string, Resource[]>>();

  constructor({ format, path, environment, resources }: StackOptions) {
    this.format = format;
    this.path = path;
    this.environment = environment;
    this.resources = resources;
    for (const resource of resources) {
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
   * after apply only, or by what is also given to one of the other's names.
   */
  attached(
    type: string,
    attribute: string,
    to: Resource,
    names: readonly string[] = [],
  ): readonly Resource[] {
    const own = names.flatMap((name) => keysOf(to.get(name)));
    return this.#withKeys(type, attribute, [`@${to.address}`, `@${withoutKey(to.address)}[]`, ...own]);
  }

  /** Resources of a type that have the same in an attribute as another resource has. */
  sharing(type: string, attribute: string, value: Value | undefined): readonly Resource[] {
    return this.#withKeys(type, attribute, keysOf(value));
  }

  #withKeys(type: string, attribute: string, keys: readonly string[]): readonly Resource[] {
    const index = this.#attachedBy(type, attribute);
    return [...new Set(keys.flatMap((key) => index.get(key) ?? []))];
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
  target(value: Value | undefined): Resource | undefined {
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
      format: this.format,
      ...(this.environment !== undefined && { environment: this.environment }),
      location: resource.at,
      facts,
    };
    // `Subject` is the union of exactly these; TypeScript does not follow that for a generic kind.
    return subject as SubjectOf<K> & Subject;
  }
}

/**
 * What makes two values the same thing: `@address` of the resource that they refer to (`@address[]` where its key is not
 * known), `=text` of a known text, `?place` of what both do not know.
 */
function keysOf(value: Value | undefined): readonly string[] {
  if (!value) return [];
  if (value.reference) {
    const { address, path } = value.reference;
    const text = value.kind === 'string' ? [`=${value.value}`] : [];
    return path.length > 1 ? text : [`@${address}`, `@${address}[]`, ...text];
  }
  if (value.kind === 'string') return value.value === '' ? [] : [`=${value.value}`];
  return value.kind === 'unknown' ? [`?${identity(value)}`] : [];
}

function identity(value: UnknownValue): string {
  const parts = value.parts
    ?.map((part) => (typeof part === 'string' ? part : `\0${identity(part)}\0`))
    .join('');
  const { reference, at } = value;
  if (reference) return `${reference.address}.${reference.path.join('.')}`;
  return parts ?? `${at.file.path}:${at.span.start}`;
}

function withoutKey(address: string): string {
  return address.endsWith(']') ? address.slice(0, address.lastIndexOf('[')) : address;
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
