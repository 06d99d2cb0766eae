import type { Location } from '../../../../source/index.ts';
import {
  boolAt,
  mappingAt,
  nullAt,
  numberAt,
  sequenceAt,
  stringAt,
  unknownAt,
  type Value,
} from '../../../../cloud/index.ts';
import { isSequence, newWalk, sortedEntries, type Walk } from './inspect.ts';
import { decimalAt, formatNumber } from './numbers.ts';

/** The JSON text that `jsonencode` gives; undefined when something in it is unknown or it is too large. */
export function toJson(value: Value, walk: Walk = newWalk()): string | undefined {
  if (--walk.left < 0) return undefined;
  switch (value.kind) {
    case 'unknown':
      return undefined;
    case 'null':
      return 'null';
    case 'bool':
      return String(value.value);
    case 'number':
      return formatNumber(value);
    case 'string':
      return jsonString(value.value);
    default: {
      const parts: string[] = [];
      if (isSequence(value)) {
        for (const item of value.items) {
          const text = toJson(item, walk);
          if (text === undefined) return undefined;
          parts.push(text);
        }
        return `[${parts.join(',')}]`;
      }
      if (value.open) return undefined;
      for (const [key, item] of sortedEntries(value)) {
        const text = toJson(item, walk);
        if (text === undefined) return undefined;
        parts.push(`${jsonString(key)}:${text}`);
      }
      return `{${parts.join(',')}}`;
    }
  }
}

/** Go's encoder escapes these for the sake of HTML, and Terraform keeps that. */
function jsonString(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const MAX_DEPTH = 200;

/** Data as plain values; a document that it was decoded from knows how its numbers are written. */
export interface Plain {
  readonly value: unknown;
  rawText?(path: readonly (string | number)[]): string | undefined;
}

/** Plain data, such as a decoded document, as a value at one place. */
export function fromPlain(data: Plain, at: Location, path: readonly (string | number)[] = []): Value {
  const plain = data.value;
  const depth = path.length;
  if (depth > MAX_DEPTH) return unknownAt(at, 'the document is nested too deeply');
  if (plain === null || plain === undefined) return nullAt(at);
  if (typeof plain === 'string') return stringAt(at, plain);
  if (typeof plain === 'boolean') return boolAt(at, plain);
  if (typeof plain === 'number') {
    const written = Number.isSafeInteger(plain) ? undefined : data.rawText?.(path);
    return (written === undefined ? undefined : decimalAt(at, written)) ?? numberAt(at, plain);
  }
  const inner = (value: unknown, key: string | number): Value =>
    fromPlain({ ...data, value }, at, [...path, key]);
  if (Array.isArray(plain)) {
    return sequenceAt(at, 'tuple', plain.map(inner));
  }
  if (typeof plain !== 'object') return unknownAt(at, 'the document holds something that is not data');
  const entries = new Map<string, Value>();
  for (const [key, item] of Object.entries(plain)) entries.set(key, inner(item, key));
  return mappingAt(at, 'object', entries);
}
