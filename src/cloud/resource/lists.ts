import { isUnknown, known, unknown, type Fact } from '../../model/index.ts';
import type { Value } from './value.ts';
import { factOf, textOf, wayTo, type Part } from './part.ts';

/** The elements of a list, set or single value. */
export function elementsOf(value: Value): readonly Value[] {
  return value.kind === 'list' || value.kind === 'set' || value.kind === 'tuple' ? value.items : [value];
}

/**
 * A text that people recognize, also where the value is known after apply only: `${aws_s3_bucket.logs.arn}`. Undefined
 * for what could be anything.
 */
export function readableText(value: Value): string | undefined {
  if (value.kind !== 'unknown') return textOf(value);
  if (value.reference) return `\${${[value.reference.address, ...value.reference.path].join('.')}}`;
  const parts = value.parts?.map((part) =>
    typeof part === 'string' ? part : (readableText(part) ?? '${…}'),
  );
  // A part that could be anything leaves the text open only when nothing else is in it.
  return parts?.some((part) => part !== '${…}') ? parts.join('') : undefined;
}

/** The texts of an attribute, with the first thing that keeps them from being known. */
export function textList(part: Part, name: string): Fact<readonly string[]> | undefined {
  const value = part.get(name);
  return value && textsOf(value, part);
}

export function textsOf(value: Value, part: Part): Fact<readonly string[]> {
  const texts: string[] = [];
  for (const element of elementsOf(value)) {
    const text = readableText(element);
    if (text === undefined) {
      const around = { ...part, related: wayTo(value, part) };
      return factOf<readonly string[]>(element, around, () => undefined, 'a text');
    }
    texts.push(text);
  }
  const related = wayTo(value, part);
  if (part.uncertain !== undefined) return unknown(part.uncertain, value.at, related);
  return known(texts, value.at, related);
}

/** Several lists as one; the place is that of the first list that is not empty. */
export function joined(lists: readonly Fact<readonly string[]>[], otherwise: Part): Fact<readonly string[]> {
  const open = lists.find((list) => isUnknown(list.value));
  if (open) return open;
  const filled = lists.filter((list) => !isUnknown(list.value) && list.value.length > 0);
  const texts = filled.flatMap((list) => (isUnknown(list.value) ? [] : list.value));
  const place = filled[0] ?? lists[0];
  return known(texts, place?.at ?? otherwise.at, place?.related ?? otherwise.related);
}
