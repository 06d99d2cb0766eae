import type { Location } from '../../../../source/index.ts';
import {
  type MappingValue,
  passed,
  unknownAt,
  type UnknownValue,
  type Value,
} from '../../../../cloud/index.ts';
import { describe, openUnknown } from './inspect.ts';

/** One step into a value: `.name`, `["name"]`, `[0]`. What is not there is a failure at `at`. */
export function step(value: Value, key: string | number, at: Location): Value {
  switch (value.kind) {
    case 'unknown':
      return unknownStep(value, key);
    case 'null':
      return missing(at, `it is null, and has no ${keyName(key)}`);
    case 'map':
    case 'object':
      return entry(value, String(key), at);
    case 'list':
    case 'tuple':
    case 'set': {
      const index = typeof key === 'number' ? key : /^\d+$/.test(key) ? Number(key) : undefined;
      const item = index === undefined || value.kind === 'set' ? undefined : value.items[index];
      if (item) return fromContainer(item, value);
      const has = value.kind === 'set' ? 'no indexes' : `length ${String(value.items.length)}`;
      return missing(at, `there is no ${keyName(key)} in a ${value.kind} with ${has}`);
    }
    default:
      return missing(at, `${describe(value)} has no ${keyName(key)}`);
  }
}

function entry(value: MappingValue, key: string, at: Location): Value {
  const found = value.entries.get(key);
  const { open } = value;
  if (open === undefined) {
    return found ? fromContainer(found, value) : missing(at, `there is no "${key}" in ${describe(value)}`);
  }
  const reference = { ...open, path: [...open.path, key] };
  // A null in the configuration leaves it to the provider.
  if (found && found.kind !== 'null') return { ...fromContainer(found, value), reference };
  return openUnknown({ ...value, at, chain: [], open: reference }) satisfies UnknownValue;
}

function unknownStep(value: UnknownValue, key: string | number): Value {
  const { at, chain, reason, reference, sensitive, failure } = value;
  return {
    kind: 'unknown',
    at,
    chain,
    reason,
    ...(sensitive && { sensitive }),
    ...(failure && { failure }),
    ...(reference && { reference: { ...reference, path: [...reference.path, key] } }),
  };
}

function missing(at: Location, reason: string): Value {
  return unknownAt(at, reason, { failure: true });
}

function keyName(key: string | number): string {
  return typeof key === 'number' ? `index ${String(key)}` : `attribute "${key}"`;
}

/** An element on its own has come the container's way before its own. */
export function fromContainer(item: Value, container: Value): Value {
  const reached = passed(item, container.chain);
  return container.sensitive && !reached.sensitive ? { ...reached, sensitive: true } : reached;
}
