import type { Path } from '../../syntax/data/index.ts';
import { choose } from '../alternatives.ts';
import type { SchemaError } from '../validator.ts';
import { checkList, checkMapping, isMap, namesIn } from './containers.ts';
import { add, errorAt, isOver, type Check, type Keywords, type Place } from './errors.ts';
import { canBe, isAmong } from './scalars.ts';
import type { JsonSchema } from './schema.ts';

/** Steps that a document may cost; alternatives within alternatives multiply, and hostile files nest them. */
const MAX_STEPS = 200_000;

/** What is wrong with the value at a path by a schema; undefined when it would take too long to tell. */
export function errorsOf(
  schema: JsonSchema,
  value: unknown,
  isOpen: (value: unknown) => boolean,
  path: Path = [],
): readonly SchemaError[] | undefined {
  const check: Check = {
    root: schema,
    isOpen,
    visit: (part, inside, at) => {
      checkValue(check, part, inside, at);
    },
    parts: new Map(),
    errors: [],
    hasty: false,
    steps: 0,
  };
  const place = path.reduce<Place | undefined>((up, step) => ({ up, step }), undefined);
  checkValue(check, schema, value, place);
  return check.steps > MAX_STEPS ? undefined : check.errors;
}

/**
 * Interprets the keywords by which published schemas tell what may stand where. Compiled to code such schemas are ten
 * to twenty-five times as large. More is allowed than the letter says, since schemas err: nothing may stand for
 * anything, scalars for each other, several alternatives may fit, and forms of texts do not count.
 */
function checkValue(check: Check, schema: unknown, value: unknown, at: Place | undefined): void {
  if (typeof schema !== 'object' || schema === null || value === null || value === undefined) {
    if (schema === false && value !== undefined) add(check, 'false schema', {}, {}, value, at);
    return;
  }
  if (++check.steps > MAX_STEPS || isOver(check) || check.isOpen(value)) return;
  const keywords = schema as Keywords;
  const { $ref, type } = keywords;
  if (typeof $ref === 'string') checkValue(check, partOf(check, $ref), value, at);
  if (type !== undefined) {
    // Nothing else that the schema says is about a value of another type.
    if (!isOfType(type, value)) {
      add(check, 'type', { type: Array.isArray(type) ? type : [type] }, keywords, value, at);
      return;
    }
  }
  checkListed(check, keywords, value, at);
  if (Array.isArray(value)) checkList(check, keywords, value, at);
  else if (typeof value === 'object') checkMapping(check, keywords, value as Record<string, unknown>, at);
  checkCombined(check, keywords, value, at);
}

function isOfType(type: unknown, value: unknown): boolean {
  return Array.isArray(type) ? type.some((name) => canBe(String(name), value)) : canBe(String(type), value);
}

function checkListed(check: Check, keywords: Keywords, value: unknown, at: Place | undefined): void {
  const { enum: allowed, const: only } = keywords;
  if (Array.isArray(allowed) && !isAmong(value, allowed))
    add(check, 'enum', { allowedValues: allowed }, keywords, value, at);
  if (only !== undefined && !isAmong(value, [only]))
    add(check, 'const', { allowedValue: only }, keywords, value, at);
}

function checkCombined(check: Check, keywords: Keywords, value: unknown, at: Place | undefined): void {
  const { allOf, anyOf, oneOf, not, if: condition } = keywords;
  if (Array.isArray(allOf)) for (const part of allOf) checkValue(check, part, value, at);
  if (Array.isArray(anyOf)) checkAlternatives(check, keywords, anyOf, value, at);
  if (Array.isArray(oneOf)) checkAlternatives(check, keywords, oneOf, value, at);
  if (not !== undefined && fits(check, not, value)) {
    const together = isMap(not) ? namesIn(not['required']) : [];
    add(check, together.length > 1 ? 'excludes' : 'not', { together }, keywords, value, at);
  }
  if (condition === undefined) return;
  checkValue(check, fits(check, condition, value) ? keywords['then'] : keywords['else'], value, at);
}

/** What is wrong by each alternative is only looked for when none fits. */
function checkAlternatives(
  check: Check,
  keywords: Keywords,
  branches: readonly unknown[],
  value: unknown,
  at: Place | undefined,
): void {
  if (isOver(check) || branches.some((branch) => fits(check, branch, value))) return;
  const common = errorAt('anyOf', {}, keywords, value, at);
  if (check.hasty) check.errors.push(common);
  else
    check.errors.push(
      ...choose(
        common,
        branches.map((branch) => attempt(check, branch, value, at)),
      ),
    );
}

/** Is nothing wrong with a value by a part of the schema? */
function fits(check: Check, schema: unknown, value: unknown): boolean {
  const { hasty } = check;
  check.hasty = true;
  const wrong = attempt(check, schema, value, undefined).length > 0;
  check.hasty = hasty;
  return !wrong;
}

/** The errors by a part of the schema, which are not yet errors of the value. */
function attempt(check: Check, schema: unknown, value: unknown, at: Place | undefined): SchemaError[] {
  const { errors } = check;
  check.errors = [];
  checkValue(check, schema, value, at);
  const found = check.errors;
  check.errors = errors;
  return found;
}

function partOf({ root, parts }: Check, reference: string): unknown {
  if (!parts.has(reference)) parts.set(reference, resolve(root, reference));
  return parts.get(reference);
}

/** `#/definitions/job` within the schema; what can't be found allows everything. */
function resolve(root: JsonSchema, reference: string): unknown {
  let part: unknown = root;
  for (const step of reference.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    part =
      typeof part === 'object' && part !== null && Object.hasOwn(part, name)
        ? (part as Record<string, unknown>)[name]
        : undefined;
  }
  return part;
}
