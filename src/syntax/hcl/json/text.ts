import { sourceFile, type SourceFile, type Span } from '../../../source/index.ts';
import { parseHclExpression, parseHclTemplate, type HclExpression } from '../parse.ts';
import type { Expression } from '../tree.ts';
import type { JsonReader } from './reader.ts';
import type { TextMode } from './schema.ts';

/** A JSON text as the expression that it stands for; its parts have the places where they are written. */
export function textExpression(reader: JsonReader, value: string, span: Span, mode: TextMode): Expression {
  const inner = { start: span.start + 1, end: span.end - 1 };
  const literal: Expression = { kind: 'string', ...span, form: 'quoted', value, inner };
  if (mode === 'literal' || (mode === 'template' && !/[$%]\{/.test(value))) return literal;
  const source = sourceFile(reader.file.path, value);
  const code = mode === 'expression' ? parseHclExpression(source) : undefined;
  // Before version 0.12 such texts were templates, and some programs still write them so.
  const parsed = code?.expression && code.diagnostics.length === 0 ? code : parseHclTemplate(source);
  const offsets = offsetsOf(reader.file, inner, value);
  report(reader, parsed, offsets);
  if (!parsed.expression) return { kind: 'invalid', ...span };
  const moved = withPlaces(parsed.expression, offsets);
  return parsed === code ? moved : { ...moved, ...span };
}

function report(reader: JsonReader, { diagnostics }: HclExpression, offsets: Offsets): void {
  for (const { location, ...diagnostic } of diagnostics) {
    const span = location ? withPlaces({ ...location.span }, offsets) : { start: 0, end: 0 };
    reader.diagnostics.push({ ...diagnostic, location: { file: reader.file, span } });
  }
}

type Offsets = (offset: number) => number;

/** Where each unit of a decoded text stands in the file. */
function offsetsOf({ text }: SourceFile, inner: Span, value: string): Offsets {
  if (inner.end - inner.start === value.length) return (offset) => inner.start + offset;
  const starts: number[] = [];
  for (let at = inner.start; at < inner.end;) {
    starts.push(at);
    if (text.charCodeAt(at) !== 92) at++;
    else at += text.charCodeAt(at + 1) === 117 ? 6 : 2;
  }
  return (offset) => starts[offset] ?? inner.end;
}

/** A copy of a tree with all its spans moved. */
function withPlaces<T extends object>(tree: T, offsets: Offsets): T {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree)) {
    if ((key === 'start' || key === 'end') && typeof value === 'number') copy[key] = offsets(value);
    else copy[key] = moved(value, offsets);
  }
  return copy as T;
}

function moved(value: unknown, offsets: Offsets): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, offsets));
  return typeof value === 'object' && value !== null ? withPlaces(value, offsets) : value;
}
