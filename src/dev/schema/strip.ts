/** Keywords that we hold documents against; each with how its value holds schemas. */
const KEPT: Readonly<Record<string, 'value' | 'schema' | 'schemas' | 'named'>> = {
  $ref: 'value',
  type: 'value',
  enum: 'value',
  const: 'value',
  required: 'value',
  dependencies: 'value',
  minItems: 'value',
  maxItems: 'value',
  items: 'schema',
  additionalProperties: 'schema',
  if: 'schema',
  then: 'schema',
  else: 'schema',
  not: 'schema',
  allOf: 'schemas',
  anyOf: 'schemas',
  oneOf: 'schemas',
  properties: 'named',
  patternProperties: 'named',
  definitions: 'named',
  $defs: 'named',
};

/** Without these a condition would hold more often than its author meant, and what follows from it would be asked. */
const NARROWS: ReadonlySet<string> = new Set([
  'pattern',
  'contains',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'format',
]);

type Json = Readonly<Record<string, unknown>>;

/**
 * A published schema with what it says about which things may stand where, and without what it says about the form of
 * texts and numbers, without descriptions and examples: a fourth of its size, and no foreign regular expression over
 * texts of hostile files (some of SchemaStore's take exponential time).
 */
export function stripSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(stripSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const all = schema as Json;
  const stripped: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(all)) {
    const kind = KEPT[keyword];
    if (kind === undefined || isNarrowed(keyword, all)) continue;
    if (kind === 'value') stripped[keyword] = value;
    else if (kind === 'named') stripped[keyword] = mapValues(value as Json, stripSchema);
    else stripped[keyword] = stripSchema(value);
  }
  const literal = /^\^([\w@. -]+)\$$/.exec(String(all['pattern']))?.[1];
  if (literal !== undefined) stripped['const'] = literal;
  return stripped;
}

/** Does it rest on a condition that we would take too widely? */
function isNarrowed(keyword: string, { if: condition, not }: Json): boolean {
  if (keyword === 'not') return narrows(not);
  return ['if', 'then', 'else'].includes(keyword) && narrows(condition);
}

function narrows(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.some(narrows);
  if (typeof schema !== 'object' || schema === null) return false;
  return Object.entries(schema).some(([key, value]) => NARROWS.has(key) || narrows(value));
}

const mapValues = (object: Json, change: (value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
