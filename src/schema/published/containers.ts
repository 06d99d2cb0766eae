import { add, isOver, type Check, type Keywords, type Place } from './errors.ts';

/** What a schema says of a list. */
export function checkList(
  check: Check,
  keywords: Keywords,
  list: readonly unknown[],
  up: Place | undefined,
): void {
  const { items, minItems, maxItems } = keywords;
  if (typeof minItems === 'number' && list.length < minItems)
    add(check, 'minItems', { limit: minItems }, keywords, list, up);
  if (typeof maxItems === 'number' && list.length > maxItems)
    add(check, 'maxItems', { limit: maxItems }, keywords, list, up);
  for (let step = 0; step < list.length && !isOver(check); step++)
    check.visit(Array.isArray(items) ? items[step] : items, list[step], { up, step });
}

/** What a schema says of a mapping. */
export function checkMapping(
  check: Check,
  keywords: Keywords,
  mapping: Readonly<Record<string, unknown>>,
  up: Place | undefined,
): void {
  const { required, dependencies } = keywords;
  for (const name of namesIn(required)) need(check, keywords, mapping, name, {}, up);
  if (isMap(dependencies))
    for (const [property, needed] of Object.entries(dependencies))
      if (Object.hasOwn(mapping, property))
        for (const name of namesIn(needed)) need(check, keywords, mapping, name, { property }, up);
  // Not by their entries, which are a list for each: half of what a check of schemas made was thrown away at once.
  for (const step of Object.keys(mapping)) {
    if (isOver(check)) return;
    checkEntry(check, keywords, step, mapping[step], { up, step }, mapping);
  }
}

/** An entry by its own schema, by those of the patterns that its name has, or by the one for all others. */
function checkEntry(
  check: Check,
  keywords: Keywords,
  name: string,
  value: unknown,
  at: Place,
  mapping: unknown,
): void {
  const { properties, patternProperties, additionalProperties } = keywords;
  let known = false;
  if (isMap(properties) && Object.hasOwn(properties, name)) {
    known = true;
    check.visit(properties[name], value, at);
  }
  if (isMap(patternProperties))
    for (const pattern of Object.keys(patternProperties))
      if (expression(pattern).test(name.slice(0, MAX_NAME))) {
        known = true;
        check.visit(patternProperties[pattern], value, at);
      }
  if (known || additionalProperties === undefined) return;
  if (additionalProperties !== false) check.visit(additionalProperties, value, at);
  // A name that is made later (`${{ if … }}:`, `Fn::Transform`) says nothing.
  else if (!check.isOpen(name))
    add(check, 'additionalProperties', { additionalProperty: name }, keywords, mapping, at.up);
}

function need(
  check: Check,
  keywords: Keywords,
  mapping: Readonly<Record<string, unknown>>,
  missingProperty: string,
  because: object,
  at: Place | undefined,
): void {
  if (Object.hasOwn(mapping, missingProperty) || Object.keys(mapping).some((name) => check.isOpen(name)))
    return;
  add(check, 'required', { missingProperty, ...because }, keywords, mapping, at);
}

/** As long as names are that the patterns of the schemas, which we have read, are fast on. */
const MAX_NAME = 200;
const expressions = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(pattern);
  expressions.set(pattern, made);
  return made;
}

export const namesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
