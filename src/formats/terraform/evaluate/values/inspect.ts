import type {
  MappingValue,
  ResourceReference,
  SequenceValue,
  UnknownValue,
  Value,
} from '../../../../cloud/index.ts';

/** So many elements a walk over a value looks at: values may share parts, and unfold to more than memory holds. */
export const MAX_NODES = 200_000;

export interface Walk {
  left: number;
}

export function newWalk(): Walk {
  return { left: MAX_NODES };
}

export function isSequence(value: Value): value is SequenceValue {
  return value.kind === 'list' || value.kind === 'tuple' || value.kind === 'set';
}

export function isMapping(value: Value): value is MappingValue {
  return value.kind === 'map' || value.kind === 'object';
}

/** Keys in the order in which Terraform walks maps and objects. */
export function sortedKeys(value: MappingValue): string[] {
  return [...value.entries.keys()].sort(byCodeUnits);
}

export function sortedEntries(value: MappingValue): [string, Value][] {
  return [...value.entries].sort(([left], [right]) => byCodeUnits(left, right));
}

export function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The first unknown in a value, itself included; `undefined` when all of it is known. */
export function firstUnknown(value: Value, walk: Walk = newWalk()): UnknownValue | undefined {
  if (value.kind === 'unknown') return value;
  if (--walk.left < 0) return tooLarge(value);
  if (isSequence(value)) {
    for (const item of value.items) {
      const found = firstUnknown(item, walk);
      if (found) return found;
    }
  } else if (isMapping(value)) {
    if (value.open) return openUnknown(value);
    for (const item of value.entries.values()) {
      const found = firstUnknown(item, walk);
      if (found) return found;
    }
  }
  return undefined;
}

function tooLarge(value: Value): UnknownValue {
  return {
    kind: 'unknown',
    at: value.at,
    chain: value.chain,
    reason: 'the value is too large to look at wholly',
  };
}

/** `aws_s3_bucket.logs.rule[0].id`. */
export function referenceText({ address, path }: ResourceReference): string {
  return address + path.map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${key}`)).join('');
}

/** Why a resource as a whole is not known. */
export function openUnknown(value: MappingValue): UnknownValue {
  const { at, chain, open } = value;
  const name = open === undefined ? 'it' : referenceText(open);
  const reason = open?.mode === 'data' ? `${name} is read from the provider` : `${name} is known after apply`;
  return { kind: 'unknown', at, chain, reason, ...(open && { reference: open }) };
}

/** Are two values equal? `undefined` when that depends on something unknown. Kinds must be the same, as in go-cty. */
export function equalValues(left: Value, right: Value, walk: Walk = newWalk()): boolean | undefined {
  if (left === right && left.kind !== 'unknown') return true;
  if (--walk.left < 0 || left.kind === 'unknown' || right.kind === 'unknown') return undefined;
  if (left.kind === 'null' || right.kind === 'null') return left.kind === right.kind;
  if (isSequence(left)) {
    return isSequence(right) && left.kind === right.kind ? equalItems(left.items, right.items, walk) : false;
  }
  if (isMapping(left)) {
    return isMapping(right) && left.kind === right.kind ? equalEntries(left, right, walk) : false;
  }
  if (isSequence(right) || isMapping(right) || left.kind !== right.kind) return false;
  return left.value === right.value && exactText(left) === exactText(right);
}

function exactText(value: Value): string | undefined {
  return value.kind === 'number' ? value.text : undefined;
}

function equalItems(left: readonly Value[], right: readonly Value[], walk: Walk): boolean | undefined {
  if (left.length !== right.length) return false;
  let result: boolean | undefined = true;
  for (const [index, item] of left.entries()) {
    const other = right[index];
    const equal = other && equalValues(item, other, walk);
    if (equal === false) return false;
    if (equal === undefined) result = undefined;
  }
  return result;
}

function equalEntries(left: MappingValue, right: MappingValue, walk: Walk): boolean | undefined {
  if (left.open !== undefined || right.open !== undefined) return undefined;
  if (left.entries.size !== right.entries.size) return false;
  let result: boolean | undefined = true;
  for (const [key, item] of left.entries) {
    const other = right.entries.get(key);
    if (!other) return false;
    const equal = equalValues(item, other, walk);
    if (equal === false) return false;
    if (equal === undefined) result = undefined;
  }
  return result;
}

/** What a value is, for messages. */
export function describe(value: Value): string {
  return value.kind === 'unknown'
    ? 'an unknown value'
    : value.kind === 'object'
      ? 'an object'
      : `a ${value.kind}`;
}
