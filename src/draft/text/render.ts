import type { Location } from '../../source/index.ts';
import { states, type Mapping, type Node, type Remark, type Scalar, type Sequence } from './node.ts';
import { commentText, yamlScalar } from './scalar.ts';

const WIDTH = 100;
/** Places that a comment names; the others are counted. */
const NAMED = 3;

/** The draft as YAML: each value on a line of its own, with what says so behind it. */
export function renderMapping(mapping: Mapping, indent = ''): readonly string[] {
  return mapping.entries.flatMap((entry) => {
    if (!('key' in entry)) return remarkLines(entry, indent);
    const key = `${indent}${yamlScalar(entry.key)}:`;
    const { value } = entry;
    if (value.node === 'mapping' && value.entries.length === 0) return [];
    if (value.node === 'scalar') return [withSource(`${key} ${yamlScalar(value.value)}`, value)];
    const inside =
      value.node === 'mapping' ? renderMapping(value, `${indent}  `) : items(value, `${indent}  `);
    const lines = [key, ...inside];
    // A key without anything below it would be there and say nothing.
    const shown = states(value) ? lines : lines.map((line) => commentedOut(line, indent));
    return indent === '' ? ['', ...shown] : shown;
  });
}

function items({ items: all }: Sequence, indent: string): readonly string[] {
  return all.flatMap((item) => ('remark' in item ? remarkLines(item, indent) : itemLines(item, indent)));
}

function itemLines(item: Node, indent: string): readonly string[] {
  if (item.node === 'scalar') return [withSource(`${indent}- ${yamlScalar(item.value)}`, item)];
  const lines = item.node === 'mapping' ? renderMapping(item, `${indent}  `) : items(item, `${indent}  `);
  const first = lines.findIndex((line) => !line.trimStart().startsWith('#'));
  return lines.map((line, index) => (index === first ? `${indent}- ${line.slice(indent.length + 2)}` : line));
}

function withSource(line: string, { from, how }: Scalar): string {
  const places = [...new Set(from.map(placeOf))];
  const more = places.length > NAMED ? ` and ${places.length - NAMED} more` : '';
  const named = places.slice(0, NAMED).join(', ') + more;
  const source = [...(how === undefined ? [] : [commentText(how)]), ...(named === '' ? [] : [named])];
  return source.length === 0 ? line : `${line} # from ${source.join(', ')}`;
}

/** `path:line`. */
export function placeOf({ file, span }: Location): string {
  return commentText(`${file.path}:${file.positionAt(span.start).line}`);
}

function remarkLines({ remark, text, example = [] }: Remark, indent: string): readonly string[] {
  return [
    ...wrap(`${remark}: ${commentText(text)}`, WIDTH - indent.length - 2),
    ...example.map((line) => `  ${line}`),
  ].map((line) => `${indent}# ${line}`);
}

function commentedOut(line: string, indent: string): string {
  const rest = line.slice(indent.length);
  return rest.startsWith('#') ? line : `${indent}# ${rest}`;
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
