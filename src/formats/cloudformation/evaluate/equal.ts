import { type UnknownValue, type Value } from '../../../cloud/index.ts';
import { scalarText } from './text.ts';

/** Are they the same, as `Fn::Equals` compares: scalars by their texts? What is not known, where that decides. */
export function equal(left: Value, right: Value): boolean | UnknownValue {
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  const text = scalarText(left);
  if (text !== undefined) return text === scalarText(right);
  if ('items' in left) {
    if (!('items' in right) || left.items.length !== right.items.length) return false;
    return all(left.items.map((item, index) => [item, right.items[index]]));
  }
  if ('entries' in left) {
    if (!('entries' in right) || left.entries.size !== right.entries.size) return false;
    return all([...left.entries].map(([key, value]) => [value, right.entries.get(key)]));
  }
  return left.kind === right.kind;
}

function all(pairs: readonly (readonly [Value, Value | undefined])[]): boolean | UnknownValue {
  let open: UnknownValue | undefined;
  for (const [left, right] of pairs) {
    const same = right !== undefined && equal(left, right);
    if (same === false) return false;
    if (same !== true) open ??= same;
  }
  return open ?? true;
}

/** Two values that are the same whatever is not known. */
export function same(left: Value, right: Value): boolean {
  if (left.kind === 'unknown' && right.kind === 'unknown') {
    const [a, b] = [left.reference, right.reference];
    return a !== undefined && a.address === b?.address && a.path.join('.') === b.path.join('.');
  }
  return equal(left, right) === true;
}
