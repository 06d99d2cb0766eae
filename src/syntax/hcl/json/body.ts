import type { Span } from '../../../source/index.ts';
import type { Path } from '../../data/index.ts';
import { syntaxProblem } from '../../data/index.ts';
import type { HclAttribute, HclBlock, HclBody, HclLabel } from '../tree.ts';
import { expressionAt } from './expression.ts';
import { isObject, spanAt, type JsonObject, type JsonReader } from './reader.ts';
import { DYNAMIC, NESTED, type BlockSchema, type BodySchema, type TextMode } from './schema.ts';

interface Growing {
  readonly attributes: HclAttribute[];
  readonly blocks: HclBlock[];
}

/** The body that an object, or each object of a list, stands for. */
export function bodyAt(
  reader: JsonReader,
  value: unknown,
  path: Path,
  schema: BodySchema,
  mode: TextMode = 'template',
): HclBody {
  const growing: Growing = { attributes: [], blocks: [] };
  const add = (part: unknown, at: Path): void => {
    if (isObject(part)) properties(reader, part, at, schema, mode, growing);
    else if (part !== null) wrongKind(reader, part, at, 'an object');
  };
  if (Array.isArray(value)) for (const [index, item] of value.entries()) add(item, [...path, index]);
  else add(value, path);
  return { ...spanAt(reader, path), ...growing };
}

function properties(
  reader: JsonReader,
  object: JsonObject,
  path: Path,
  schema: BodySchema,
  mode: TextMode,
  growing: Growing,
): void {
  const made = schema.dynamic ? dynamicNames(object) : undefined;
  for (const [name, value] of Object.entries(object)) {
    if (name === '//') continue;
    const at = [...path, name];
    const block = blockSchema(name, value, schema, made);
    if (block) {
      const head = { type: name, typeSpan: spanAt(reader, at, 'key') };
      blocksAt(reader, value, at, { ...head, schema: block, labels: [] }, growing.blocks);
    } else {
      growing.attributes.push({
        ...spanAt(reader, at, 'entry'),
        name,
        nameSpan: spanAt(reader, at, 'key'),
        value: expressionAt(reader, value, at, schema.modes?.[name] ?? mode),
      });
    }
  }
}

/** What providers call a block looks like an argument here. It is a block where `dynamic` makes others of its name. */
function blockSchema(
  name: string,
  value: unknown,
  schema: BodySchema,
  made: ReadonlySet<string> | undefined,
): BlockSchema | undefined {
  const own = schema.blocks;
  if (own && Object.hasOwn(own, name)) return own[name];
  if (!made) return undefined;
  if (name === 'dynamic') return isObject(value) || Array.isArray(value) ? DYNAMIC : undefined;
  return made.has(name) || objectsOf(value).some((object) => isObject(object['dynamic']))
    ? NESTED
    : undefined;
}

function dynamicNames({ dynamic }: JsonObject): ReadonlySet<string> {
  return new Set(objectsOf(dynamic).flatMap((object) => Object.keys(object)));
}

function objectsOf(value: unknown): readonly JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

interface Head {
  readonly type: string;
  readonly typeSpan: Span;
  readonly schema: BlockSchema;
  readonly labels: readonly HclLabel[];
}

/** Each label is a level of objects; any level may be a list of such objects. */
function blocksAt(reader: JsonReader, value: unknown, path: Path, head: Head, blocks: HclBlock[]): void {
  if (value === null) return;
  const { schema, labels } = head;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) blocksAt(reader, item, [...path, index], head, blocks);
  } else if (!isObject(value)) {
    wrongKind(reader, value, path, 'an object');
  } else if (labels.length < schema.labels) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === '//') continue;
      const at = [...path, name];
      const label = { ...spanAt(reader, at, 'key'), value: name };
      blocksAt(reader, inner, at, { ...head, labels: [...labels, label] }, blocks);
    }
  } else {
    blocks.push(blockAt(reader, value, path, head));
  }
}

/** Its header is the last key that leads to it, since those before may lead to others too. */
function blockAt(
  reader: JsonReader,
  value: JsonObject,
  path: Path,
  { type, typeSpan, labels, schema }: Head,
): HclBlock {
  const headerSpan = labels.at(-1) ?? typeSpan;
  const body = bodyAt(reader, value, path, schema);
  const { start, end } = headerSpan;
  return { start, end: body.end, type, typeSpan, labels, headerSpan: { start, end }, body };
}

function wrongKind(reader: JsonReader, value: unknown, path: Path, wanted: string): void {
  const found = Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  const message = `Expected ${wanted}, but found ${found}.`;
  reader.diagnostics.push(syntaxProblem(reader.file, spanAt(reader, path), 'hcl/syntax', message));
}
