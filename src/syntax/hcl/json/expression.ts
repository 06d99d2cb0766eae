import type { Path } from '../../data/index.ts';
import type { Expression, ObjectItem } from '../tree.ts';
import { isObject, spanAt, type JsonReader } from './reader.ts';
import type { TextMode } from './schema.ts';
import { textExpression } from './text.ts';

/** A JSON value as the expression that it stands for. */
export function expressionAt(reader: JsonReader, value: unknown, path: Path, mode: TextMode): Expression {
  const span = spanAt(reader, path);
  if (typeof value === 'string') return textExpression(reader, value, span, mode);
  if (typeof value === 'number') {
    const text = reader.document.rawText(path) ?? String(value);
    return { kind: 'number', ...span, text, value };
  }
  if (typeof value === 'boolean') return { kind: 'bool', ...span, value };
  if (Array.isArray(value)) {
    const items = value.map((item, index) => expressionAt(reader, item, [...path, index], mode));
    return { kind: 'tuple', ...span, items };
  }
  if (!isObject(value)) return { kind: 'null', ...span };
  const items = Object.entries(value).map(([key, item]) =>
    objectItem(reader, key, item, [...path, key], mode),
  );
  return { kind: 'object', ...span, items };
}

/** Keys of objects are templates as well. */
function objectItem(
  reader: JsonReader,
  name: string,
  value: unknown,
  path: Path,
  mode: TextMode,
): ObjectItem {
  const span = spanAt(reader, path, 'entry');
  const keySpan = spanAt(reader, path, 'key');
  const key = textExpression(reader, name, keySpan, mode === 'expression' ? 'literal' : mode);
  return {
    ...span,
    key,
    name: key.kind === 'string' ? key.value : undefined,
    value: expressionAt(reader, value, path, mode),
  };
}
