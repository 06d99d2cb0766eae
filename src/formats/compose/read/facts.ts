import { known, unknown, type Fact } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { Layered } from './layered.ts';

/** What is said of something, else what Compose takes for it; not known where a layer is not there. */
export function stated<T>(layers: Layered, fallback: T, read: (node: DataNode) => Fact<T>): Fact<T> {
  const { node, lost, at } = layers;
  if (node?.exists === true) return read(node);
  return lost === undefined ? known(fallback, at) : unknown(lost, at);
}

/** The first of several places where the same can be said. */
export function firstOf(...places: readonly [Layered, ...Layered[]]): Layered {
  return places.find((one) => one.exists) ?? places[0];
}

/** Is anything said of it? */
export function present(layers: Layered): Fact<boolean> {
  return stated(layers, false, (node) => known(true, node.header));
}

/** A fact that is made of others: not known when one of them is not. */
export function derived<T, U>({ value, at, related }: Fact<T>, make: (value: T) => U): Fact<U> {
  const reason = isReason(value);
  return reason === undefined ? known(make(value as T), at, related) : unknown(reason, at, related);
}

function isReason(value: unknown): string | undefined {
  const reason =
    typeof value === 'object' && value !== null ? (value as { unknown?: unknown }).unknown : undefined;
  return typeof reason === 'string' ? reason : undefined;
}
