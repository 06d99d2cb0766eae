import { sourceFile, type Location } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { parseJson } from '../../syntax/json/index.ts';
import type { UnknownValue, Value } from './value.ts';

const MAX_DEPTH = 20;
/** Characters of Unicode's private use stand around the number of a part that is not known. */
const HOLE = /\uE000(\d+)\uE001/;

/** JSON text as values: with the places of its parts where the text stands in the file as it is. */
export function jsonValue(value: Value): Value | undefined {
  const holes: UnknownValue[] = [];
  const text = textWithHoles(value, holes);
  if (text === undefined) return undefined;
  const offset = holes.length === 0 ? offsetInFile(value.at, text) : undefined;
  const [document] = parseJson(sourceFile(value.at.file.path, text)).documents;
  if (!document) return undefined;
  const place = (path: readonly (string | number)[]): Location => {
    if (offset === undefined) return value.at;
    const { span } = document.locate([...path]);
    return { file: value.at.file, span: { start: span.start + offset, end: span.end + offset } };
  };
  return valueIn(document, document.value, [], { place, holes, chain: value.chain });
}

interface Making {
  readonly place: (path: readonly (string | number)[]) => Location;
  readonly holes: readonly UnknownValue[];
  readonly chain: Value['chain'];
}

function textWithHoles(value: Value, holes: UnknownValue[]): string | undefined {
  if (value.kind === 'string') return value.value;
  if (value.kind !== 'unknown' || !value.parts?.some((part) => typeof part === 'string')) return undefined;
  return value.parts
    .map((part) => (typeof part === 'string' ? part : `\uE000${holes.push(part) - 1}\uE001`))
    .join('');
}

/** Where a heredoc's text starts in the file, when what is written there is the text itself, character for character. */
function offsetInFile(at: Location, text: string): number | undefined {
  const written = at.file.text.slice(at.span.start, at.span.end);
  const opening = /^<<\w+[ \t]*\r?\n/.exec(written);
  if (!opening) return undefined;
  const offset = at.span.start + opening[0].length;
  return at.file.text.startsWith(text, offset) ? offset : undefined;
}

function valueIn(
  document: DataDocument,
  plain: unknown,
  path: readonly (string | number)[],
  making: Making,
): Value {
  const at = making.place(path);
  const { chain } = making;
  if (path.length > MAX_DEPTH)
    return { kind: 'unknown', reason: 'the policy is nested too deeply', at, chain };
  if (Array.isArray(plain)) {
    const items = plain.map((item, index) => valueIn(document, item, [...path, index], making));
    return { kind: 'tuple', items, at, chain };
  }
  if (typeof plain === 'object' && plain !== null) {
    const entries = new Map(
      Object.entries(plain).map(([key, item]) => [key, valueIn(document, item, [...path, key], making)]),
    );
    return { kind: 'object', entries, at, chain };
  }
  if (typeof plain === 'string') return stringIn(plain, at, making);
  if (typeof plain === 'boolean') return { kind: 'bool', value: plain, at, chain };
  if (typeof plain === 'number') return { kind: 'number', value: plain, at, chain };
  return { kind: 'null', at, chain };
}

/** A text with the parts that are not known put back in their places. */
function stringIn(text: string, at: Location, { holes, chain }: Making): Value {
  const pieces = text.split(HOLE);
  if (pieces.length === 1) return { kind: 'string', value: text, at, chain };
  const parts = pieces.flatMap((piece, index): (string | UnknownValue)[] => {
    if (index % 2 === 0) return piece === '' ? [] : [piece];
    const hole = holes[Number(piece)];
    return hole ? [hole] : [];
  });
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && typeof first !== 'string') return first;
  const open = parts.find((part) => typeof part !== 'string');
  return { kind: 'unknown', reason: open?.reason ?? 'a part of it is not known', at, chain, parts };
}
