import { computed, textAt, unknownAt, type Value } from '../../../cloud/index.ts';
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
  const pieces = values.map((value) =>
    value.kind === 'unknown'
      ? value
      : (scalarText(value) ??
        unknownAt(value.at, 'a list or map stands where a text should be', { failure: true })),
  );
  return computed(textAt(at, pieces), values);
}
