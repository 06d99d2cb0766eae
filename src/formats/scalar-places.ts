import type { Location, Span } from '../source/index.ts';
import type { DataNode } from './data-node.ts';

/**
 * Finds places inside a scalar's value in the file, whatever its style. YAML's folding, indentation and chomping change
 * blanks and line ends only, so the n-th other character of the value is the n-th one of the source.
 */
export function scalarPlaces(node: DataNode): (span: Span) => Location {
  const whole = node.at;
  const value = node.text ?? '';
  const { file, span } = whole;
  let offsets: number[] | undefined;
  let ranks: Uint32Array | undefined;
  return ({ start, end }) => {
    if (start === 0 && end === value.length) return whole;
    offsets ??= visibleOffsets(file.text, span);
    ranks ??= visibleRanks(value);
    const from = offsets[ranks[start] ?? 0];
    const to = offsets[(ranks[Math.min(end, value.length)] ?? 0) - 1];
    if (from === undefined || to === undefined || to < from) return whole;
    return { file, span: { start: from, end: to + 1 } };
  };
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** For each position of a text, and its end: how many visible characters stand before it. */
function visibleRanks(text: string): Uint32Array {
  const ranks = new Uint32Array(text.length + 1);
  for (let i = 0, rank = 0; i < text.length; i++) {
    if (!isBlank(text.charCodeAt(i))) rank++;
    ranks[i + 1] = rank;
  }
  return ranks;
}

/** Source offsets of the characters of a scalar that are no blanks, without its header, quotes and escapes. */
function visibleOffsets(text: string, span: Span): number[] {
  const first = text.charAt(span.start);
  if (first === '"') return doubleQuoted(text, span);
  const single = first === "'";
  let at = span.start;
  let end = span.end;
  if (first === '|' || first === '>') {
    const line = text.indexOf('\n', at);
    at = line < 0 || line > end ? end : line;
  } else if (single) {
    at++;
    end--;
  }
  const offsets: number[] = [];
  for (; at < end; at++) {
    if (isBlank(text.charCodeAt(at))) continue;
    offsets.push(at);
    if (single && text.startsWith("''", at)) at++;
  }
  return offsets;
}

const BLANK_ESCAPES = 'tnr \tN_LP';
const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function doubleQuoted(text: string, span: Span): number[] {
  const offsets: number[] = [];
  for (let at = span.start + 1; at < span.end - 1; at++) {
    if (isBlank(text.charCodeAt(at))) continue;
    if (text.charAt(at) !== '\\') {
      offsets.push(at);
      continue;
    }
    const escape = text.charAt(at + 1);
    const digits = HEX[escape] ?? 0;
    const code = parseInt(text.slice(at + 2, at + 2 + digits), 16);
    const visible =
      digits > 0 ? !isBlank(code) : !BLANK_ESCAPES.includes(escape) && escape !== '\n' && escape !== '\r';
    if (visible) offsets.push(at);
    if (digits > 0 && code > 0xffff) offsets.push(at);
    at += 1 + digits;
  }
  return offsets;
}
