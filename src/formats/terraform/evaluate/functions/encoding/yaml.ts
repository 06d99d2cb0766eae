import type { Value } from '../../../../../cloud/index.ts';
import { isMapping, isSequence, newWalk, sortedEntries, type Walk } from '../../values/inspect.ts';
import { formatNumber } from '../../values/numbers.ts';

/** The YAML that `yamlencode` gives; undefined when something in it is unknown or it is too large. */
export function toYaml(value: Value): string | undefined {
  const lines: string[] = [];
  const first = write(value, '', lines, newWalk());
  if (first === undefined) return undefined;
  if (first !== '') lines.unshift(first.trimStart());
  // A document that is one plain scalar says where it ends.
  if (value.kind === 'null' || value.kind === 'bool' || value.kind === 'number') lines.push('...');
  return `${lines.join('\n')}\n`;
}

/** Writes nested lines, and gives what belongs after the key on its own line: a scalar, or nothing. */
function write(value: Value, indent: string, lines: string[], walk: Walk): string | undefined {
  if (--walk.left < 0 || value.kind === 'unknown') return undefined;
  if (isSequence(value))
    return value.items.length === 0 ? ' []' : writeItems(value.items, indent, lines, walk);
  if (isMapping(value)) {
    if (value.open) return undefined;
    return value.entries.size === 0 ? ' {}' : writeEntries(sortedEntries(value), indent, lines, walk);
  }
  if (value.kind === 'string' && /^\S.*\n/.test(value.value)) return block(value.value, indent, lines);
  return ` ${scalar(value)}`;
}

function writeItems(
  items: readonly Value[],
  indent: string,
  lines: string[],
  walk: Walk,
): string | undefined {
  for (const item of items) {
    const inner: string[] = [];
    const first = write(item, `${indent}  `, inner, walk);
    if (first === undefined) return undefined;
    // What is nested starts on the dash's own line.
    if (first === '') lines.push(`${indent}- ${(inner.shift() ?? '').trimStart()}`, ...inner);
    else lines.push(`${indent}-${first}`);
  }
  return '';
}

function writeEntries(
  entries: readonly (readonly [string, Value])[],
  indent: string,
  lines: string[],
  walk: Walk,
): string | undefined {
  for (const [key, item] of entries) {
    const inner: string[] = [];
    const nested = isSequence(item) ? indent : `${indent}  `;
    const first = write(item, nested, inner, walk);
    if (first === undefined) return undefined;
    lines.push(`${indent}${JSON.stringify(key)}:${first}`);
    for (const line of inner) lines.push(line);
  }
  return '';
}

/** Text of several lines, as a literal block. */
function block(text: string, indent: string, lines: string[]): string {
  const ends = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const body = ends === '-' ? text : text.slice(0, -1);
  for (const line of body.split('\n'))
    lines.push(line === '' ? '' : `${indent === '' ? '  ' : indent}${line}`);
  return ` |${ends}`;
}

function scalar(value: Value): string {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.value);
    case 'number':
      return formatNumber(value);
    case 'bool':
      return String(value.value);
    default:
      return 'null';
  }
}
