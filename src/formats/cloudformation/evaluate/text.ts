import { computed, stringAt, unknownAt, type UnknownValue, type Value } from '../../../cloud/index.ts';
import type { Location } from '../../../source/index.ts';

/** The text of a scalar; undefined for anything else. */
export function scalarText(value: Value): string | undefined {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
      return value.text ?? String(value.value);
    case 'bool':
      return String(value.value);
    default:
      return undefined;
  }
}

/** Values one after another as a text, whose parts stay known where others are not. A single one is itself. */
export function concatenated(values: readonly Value[], at: Location): Value {
  const [single] = values;
  if (values.length === 1 && single && (single.kind === 'unknown' || single.kind === 'string')) return single;
  const parts: (string | UnknownValue)[] = [];
  for (const value of values) {
    if (value.kind === 'unknown' && value.parts && !value.reference)
      for (const part of value.parts) push(parts, part);
    else
      push(
        parts,
        value.kind === 'unknown'
          ? value
          : (scalarText(value) ??
              unknownAt(value.at, 'a list or map stands where a text should be', { failure: true })),
      );
  }
  const open = parts.find((part): part is UnknownValue => typeof part !== 'string');
  if (open === undefined)
    return computed(stringAt(at, parts.filter((part) => typeof part === 'string').join('')), values);
  const { reason, failure } = open;
  return computed(unknownAt(at, reason, { shape: 'string', parts, ...(failure && { failure }) }), values);
}

function push(parts: (string | UnknownValue)[], part: string | UnknownValue): void {
  const last = parts.length - 1;
  const before = parts[last];
  if (part === '') return;
  if (typeof part === 'string' && typeof before === 'string') parts[last] = before + part;
  else parts.push(part);
}
