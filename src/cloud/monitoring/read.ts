import { elementsOf, readableText } from '../resource/lists.ts';
import { present, textOf, valueParts, type Part } from '../resource/part.ts';
import type { Value } from '../resource/value.ts';

/** An attribute's text as far as people recognize it; empty where there is none. */
export function written(part: Part, name: string): string {
  const value = part.get(name);
  return (value && readableText(value)) ?? '';
}

/** The elements of an attribute, or its single value. */
export function listed(part: Part, name: string): readonly Value[] {
  const value = part.get(name);
  return value ? elementsOf(value) : [];
}

/** Tags with their texts: a map, or a list of keys and values; those that are not known are left out. */
export function tagsOf(part: Part, attributes: readonly string[]): Readonly<Record<string, string>> {
  const tags = new Map<string, string>();
  const add = (key: string, value: string | undefined): void => {
    if (value !== undefined) tags.set(key, value);
  };
  for (const attribute of attributes) {
    const value = part.get(attribute);
    if (value?.kind === 'map' || value?.kind === 'object')
      for (const [key, tag] of value.entries) add(key, textOf(tag));
    else if (value)
      for (const entry of valueParts(value, part.related)) {
        const key = present(entry.get('Key'));
        const tag = present(entry.get('Value'));
        add((key && textOf(key)) ?? '', tag && textOf(tag));
      }
  }
  tags.delete('');
  return Object.fromEntries([...tags].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
