import type { Native, SubjectOf } from '../../model/index.ts';
import { wayTo, type Part } from './part.ts';
import type { Stack } from './stack.ts';
import type { Value } from './value.ts';

/** Every resource of a stack as it is, for policies of one's own. */
export function nativeResources(stack: Stack): readonly SubjectOf<'resource'>[] {
  return stack.resources.map((resource) => {
    const { type } = resource;
    return stack.subject('resource', resource, { type, native: nativeOf(resource) });
  });
}

type Path = readonly (string | number)[];
type Place = ReturnType<Native['locate']>;

function nativeOf(part: Part): Native {
  return { plain: plainPart(part), locate: (path) => placeInPart(part, path) };
}

function plainPart(part: Part): unknown {
  const entries = part.names().map((name) => {
    const value = part.get(name);
    return [name, value ? plainValue(value) : part.parts(name).map(plainPart)];
  });
  return Object.fromEntries(entries);
}

function plainValue(value: Value): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'bool':
    case 'number':
    case 'string':
      return value.value;
    case 'list':
    case 'set':
    case 'tuple':
      return value.items.map(plainValue);
    case 'map':
    case 'object':
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, plainValue(item)]));
    case 'unknown':
      return { unknown: value.reason };
  }
}

function placeInPart(part: Part, [name, ...rest]: Path): Place {
  if (typeof name !== 'string') return { at: part.at, related: part.related };
  const value = part.get(name);
  if (value) return placeInValue(value, rest, part);
  const [index, ...inner] = rest;
  const block = typeof index === 'number' ? part.parts(name)[index] : part.parts(name)[0];
  return block ? placeInPart(block, inner) : { at: part.at, related: part.related };
}

function placeInValue(value: Value, [key, ...rest]: Path, part: Part): Place {
  const inner =
    'items' in value && typeof key === 'number'
      ? value.items[key]
      : 'entries' in value && typeof key === 'string'
        ? value.entries.get(key)
        : undefined;
  return inner ? placeInValue(inner, rest, part) : { at: value.at, related: wayTo(value, part) };
}
