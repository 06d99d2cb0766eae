import { NodeKind, setProperty } from '../../data/index.ts';
import type { Output } from './output.ts';
import type { Scanner } from './scanner.ts';
import { unsure } from './units.ts';

/** A tag that is none of YAML's own, such as CloudFormation's `!Ref`. */
const LOCAL = /![a-z][\w.:/-]*(?=[ \r\n]|$)/iy;

/** `!Ref name`: a mapping with the tag as its key. `readValue` gets where the tag ends. */
export function readTag(
  scanner: Scanner,
  output: Output,
  from: number,
  readValue: (end: number) => unknown,
): Record<string, unknown> {
  LOCAL.lastIndex = from;
  const tag = LOCAL.exec(scanner.text)?.[0] ?? unsure();
  const end = from + tag.length;
  const node = output.open(NodeKind.mapping, from);
  output.key(tag, from, end);
  const map: Record<string, unknown> = {};
  setProperty(map, tag, readValue(end));
  output.close(node);
  return map;
}
