import type { SchemaError } from './validator.ts';

/**
 * One error where ajv gives many. For a value that fits none of several alternatives ajv lists what is wrong with
 * each of them, then says that none fits; what helps are the errors of the alternative that was most likely meant.
 */
export function bestErrors(errors: readonly SchemaError[]): SchemaError[] {
  const best: SchemaError[] = [];
  for (const error of errors) {
    if (error.keyword === 'anyOf' || (error.keyword === 'oneOf' && error.params['passingSchemas'] === null))
      best.push(...choose(error, takeBranches(best, error)));
    // `if` only says that `then` or `else` failed, whose own errors are there; `propertyNames` says it best itself.
    else if (error.keyword === 'propertyNames') replaceNameErrors(best, error);
    else if (error.keyword !== 'if') best.push(error);
  }
  return best;
}

/** Removes the errors of the alternatives, which ajv lists right before theirs in common, and sorts them by branch. */
function takeBranches(errors: SchemaError[], common: SchemaError): SchemaError[][] {
  const parent = common.schemaPath.slice(0, common.schemaPath.lastIndexOf('/') + 1);
  let first = errors.length;
  while (first > 0 && isBelow(errors[first - 1], common, parent)) first--;
  const branches = new Map<number, SchemaError[]>();
  let current = 0;
  for (const error of errors.splice(first)) {
    // Deeper references hide the branch; ajv's order tells it: errors of one branch follow each other.
    current = branchOf(error, common) ?? current;
    const branch = branches.get(current);
    if (branch === undefined) branches.set(current, [error]);
    else branch.push(error);
  }
  return [...branches.values()];
}

function isBelow(error: SchemaError | undefined, common: SchemaError, parent: string): boolean {
  if (error === undefined || !`${error.instancePath}/`.startsWith(`${common.instancePath}/`)) return false;
  return !error.schemaPath.startsWith(parent) || error.schemaPath.startsWith(`${common.schemaPath}/`);
}

function branchOf(error: SchemaError, common: SchemaError): number | undefined {
  const prefix = `${common.schemaPath}/`;
  if (error.schemaPath.startsWith(prefix)) return Number.parseInt(error.schemaPath.slice(prefix.length), 10);
  if (!Array.isArray(common.schema)) return undefined;
  const index = common.schema.findIndex((branch: unknown) => {
    const reference = (branch as { $ref?: unknown } | null)?.$ref;
    return typeof reference === 'string' && error.schemaPath.startsWith(`${reference}/`);
  });
  return index < 0 ? undefined : index;
}

/** The errors of the alternative that fits best, or one about all when they agree that the value itself is wrong. */
export function choose(common: SchemaError, branches: readonly SchemaError[][]): readonly SchemaError[] {
  const mismatch = (errors: readonly SchemaError[]): boolean =>
    errors.some(({ keyword, instancePath }) => keyword === 'type' && instancePath === common.instancePath);
  const fitting = branches.filter((errors) => !mismatch(errors));
  if (fitting.length === 0) return [ofAnyType(common, branches.flat())];
  const constants = fitting.flat().filter(({ instancePath }) => instancePath === common.instancePath);
  if (
    constants.length === fitting.flat().length &&
    constants.every(({ keyword }) => /^(?:const|enum)$/.test(keyword))
  )
    return [ofAnyValue(common, constants)];
  const required = fitting.flat();
  if (fitting.length > 1 && required.every(({ keyword }) => keyword === 'required'))
    return [
      { ...common, keyword: 'required', params: { anyOf: required.map((e) => e.params['missingProperty']) } },
    ];
  return [...fitting].sort((a, b) => weight(a) - weight(b))[0] ?? [common];
}

/** A wrong `kind` or the like says that the alternative was not meant at all; else the fewer errors the better. */
function weight(errors: readonly SchemaError[]): number {
  const wrongKind = errors.filter(({ keyword }) => keyword === 'const' || keyword === 'enum').length;
  return wrongKind * 100 + errors.length;
}

function ofAnyType(common: SchemaError, errors: readonly SchemaError[]): SchemaError {
  const types = errors.filter(({ keyword }) => keyword === 'type').flatMap(({ params }) => params['type']);
  return { ...common, keyword: 'type', params: { type: [...new Set(types)] } };
}

function ofAnyValue(common: SchemaError, errors: readonly SchemaError[]): SchemaError {
  const allowedValues = errors.flatMap(({ params }) => params['allowedValues'] ?? [params['allowedValue']]);
  return { ...common, keyword: 'enum', params: { allowedValues } };
}

function replaceNameErrors(errors: SchemaError[], error: SchemaError): void {
  for (let last = errors.at(-1); last !== undefined && isAboutName(last, error); last = errors.at(-1))
    errors.pop();
  errors.push(error);
}

const isAboutName = (last: SchemaError, error: SchemaError): boolean =>
  'propertyName' in last && last.instancePath === error.instancePath;
