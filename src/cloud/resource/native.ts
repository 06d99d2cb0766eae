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

/** Deeper than what people write. */
const MAX_DEPTH = 64;
/** Values share parts, and may unfold to more than memory holds. */
const MAX_VALUES = 100_000;

/** A value as JavaScript has it, with what `unknown` makes of what is not known or too much, given the reason. */
export function plainValue(value: Value, unknown: (reason: string) => unknown): unknown {
  let left = MAX_VALUES;
  const within = new Set<string>();
  const plain = (inner: Value, depth: number): unknown => {
    if (--left < 0 || depth > MAX_DEPTH) return unknown('it holds too much to be told');
    switch (inner.kind) {
      case 'null':
        return null;
      case 'bool':
      case 'number':
      case 'string':
        return inner.value;
      case 'list':
      case 'set':
      case 'tuple':
        return inner.items.map((item) => plain(item, depth + 1));
      case 'map':
      case 'object': {
        const address = inner.open?.address ?? '';
        // A resource that refers to itself holds itself, without an end.
        if (within.has(address)) return unknown(`${address} refers to itself`);
        if (address !== '') within.add(address);
        const entries = [...inner.entries].map(([key, item]) => [key, plain(item, depth + 1)] as const);
        within.delete(address);
        return Object.fromEntries(entries);
      }
      case 'unknown':
        return unknown(inner.reason);
    }
  };
  return plain(value, 0);
}

type Path = readonly (string | number)[];
type Place = ReturnType<Native['locate']>;

function nativeOf(part: Part): Native {
  return { plain: plainPart(part), locate: (path) => placeInPart(part, path) };
}

function plainPart(part: Part): unknown {
  const entries = part.names().map((name) => {
    const value = part.get(name);
    return [name, value ? plainValue(value, (unknown) => ({ unknown })) : part.parts(name).map(plainPart)];
  });
  return Object.fromEntries(entries);
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
