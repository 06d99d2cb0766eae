import type { ResourceReference, Value } from '../../../../cloud/index.ts';
import type { Location, RelatedLocation } from '../../../../source/index.ts';
import type { DataNode } from '../../../data-node.ts';
import { LazyEntries } from '../../evaluate/modules/cells.ts';
import { stepInto, type Written } from './configuration.ts';

const NO_CHAIN: readonly RelatedLocation[] = [];

/** What the plan says of a value in four places: what it is, whether it is known yet, secret, and how it is written. */
export interface Planned {
  readonly node: DataNode;
  /** `true`, or the same for its parts, as in `after_unknown`. */
  readonly unknown: unknown;
  /** `true`, or the same for its parts, as in `sensitive_values`. */
  readonly sensitive: unknown;
  /** What sets it; empty when nothing does; undefined when that is not told. */
  readonly written: Written | undefined;
  /** `aws_s3_bucket.logs.bucket`. */
  readonly name: string;
}

/** Finds the resource that a value is read from. */
export type FindReference = (written: Written | undefined, node: DataNode) => ResourceReference | undefined;

/** A value of the plan; parts are made when they are asked for. */
export function plannedValue(planned: Planned, find: FindReference): Value {
  const { node, written } = planned;
  const { at } = node;
  const origin = { at, chain: NO_CHAIN, ...(planned.sensitive === true && { sensitive: true as const }) };
  if (planned.unknown === true) {
    const reference = find(written, node);
    const reason = `${planned.name} is known after apply`;
    return { ...origin, kind: 'unknown', reason, ...(reference && { reference }) };
  }
  if (node.isList) {
    const items = node.items().map((item, index) => plannedValue(step(planned, index, item), find));
    return { ...origin, kind: 'tuple', items };
  }
  if (node.isMap) return { ...origin, kind: 'object', entries: plannedEntries(planned, find) };
  const reference = typeof node.value === 'string' ? find(written, node) : undefined;
  return { ...scalar(node.value, at), ...origin, ...(reference && { reference }) };
}

function scalar(value: unknown, at: Location): Value {
  if (typeof value === 'string') return { kind: 'string', value, at, chain: NO_CHAIN };
  if (typeof value === 'number') return { kind: 'number', value, at, chain: NO_CHAIN };
  if (typeof value === 'boolean') return { kind: 'bool', value, at, chain: NO_CHAIN };
  return { kind: 'null', at, chain: NO_CHAIN };
}

/**
 * What is set, and what the provider says of itself. What nobody set and the provider tells after apply only, or has
 * nothing of, is absent.
 */
export function plannedEntries(planned: Planned, find: FindReference): ReadonlyMap<string, Value> {
  const inner = new Map<string, Planned>();
  for (const [name, node] of planned.node.entries()) inner.set(name, step(planned, name, node));
  for (const name of isObject(planned.unknown) ? Object.keys(planned.unknown) : [])
    if (!inner.has(name)) inner.set(name, step(planned, name, planned.node.get(name)));
  for (const [name, each] of inner) if (isAbsent(each)) inner.delete(name);
  const made = new Map<string, Value>();
  return new LazyEntries(new Set(inner.keys()), (name) => {
    const known = made.get(name);
    if (known) return known;
    const each = inner.get(name) ?? step(planned, name, planned.node.get(name));
    const value = plannedValue(each, find);
    made.set(name, value);
    return value;
  });
}

function isAbsent({ node, unknown, written }: Planned): boolean {
  if (unknown === true) return written?.length === 0;
  const hasUnknown = isObject(unknown) && Object.keys(unknown).length > 0;
  if (!node.exists) return !hasUnknown;
  // A block that is not there is an empty list, and some providers give an empty text for what is not set.
  return isEmpty(node.value) && !hasUnknown && !written?.length;
}

function isEmpty(value: unknown): boolean {
  return value === '' || (isObject(value) && Object.keys(value).length === 0);
}

function step(planned: Planned, key: string | number, node: DataNode): Planned {
  return {
    node,
    unknown: markOf(planned.unknown, key),
    sensitive: planned.sensitive === true ? true : markOf(planned.sensitive, key),
    written: stepInto(planned.written, key),
    name: typeof key === 'number' ? `${planned.name}[${String(key)}]` : `${planned.name}.${key}`,
  };
}

function markOf(marks: unknown, key: string | number): unknown {
  return isObject(marks) && Object.hasOwn(marks, key) ? marks[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}
