import { closest } from '../errors/index.ts';
import type { Path } from '../syntax/data/index.ts';
import { LIMITS } from './limits.ts';
import type { SchemaError } from './validator.ts';
import { alternatives, found, parsePointer, pathText, quoted, typeNames } from './words.ts';

/** What a diagnostic says about an error, and where. */
export interface Description {
  readonly code: string;
  readonly message: string;
  readonly help?: string | undefined;
  readonly path: Path;
  readonly part: 'value' | 'key';
}

/** As many names as people like to read. */
const LISTED = 12;

export function describe(error: SchemaError, root: unknown, what: string): Description {
  const path = parsePointer(error.instancePath, root);
  const subject = path.length === 0 ? `The ${what}` : `"${pathText(path)}"`;
  const { params } = error;
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'propertyNames':
      return unknownProperty(error, path, subject);
    case 'required':
    case 'dependentRequired':
    case 'dependencies':
      return missingProperty(error, path, subject);
    case 'type':
      return value(
        path,
        'schema/type',
        `${subject} must be ${typeNames(listOf(params['type']))}, found ${found(error.data)}.`,
        error,
      );
    case 'enum':
      return wrongValue(error, path, subject, listOf(params['allowedValues']));
    case 'const':
      return wrongValue(error, path, subject, [params['allowedValue']]);
    case 'format':
      return value(
        path,
        'schema/format',
        `${subject} must be ${formatName(params['format'])}, found ${found(error.data)}.`,
        error,
      );
    case 'pattern': {
      const message = `${subject} has not the form it must have: ${quoted(error.data)} does not match ${String(params['pattern'])}.`;
      return value(path, 'schema/format', message, error);
    }
    default: {
      const limit = LIMITS[error.keyword]?.(params) ?? error.message ?? 'is not as its schema wants it';
      return value(path, 'schema/value', `${subject} ${limit}.`, error);
    }
  }
}

function unknownProperty(error: SchemaError, path: Path, subject: string): Description {
  const { params } = error;
  const name = String(
    params['additionalProperty'] ?? params['unevaluatedProperty'] ?? params['propertyName'],
  );
  const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
  return {
    code: 'schema/unknown-property',
    message: `${subject} has no property "${name}".`,
    help: meant(name, known) ?? listed('Known', known),
    path: [...path, name],
    part: 'key',
  };
}

function missingProperty(error: SchemaError, path: Path, subject: string): Description {
  const { params, parentSchema } = error;
  const oneOf = params['anyOf'];
  const names = Array.isArray(oneOf) ? oneOf.map(String) : [String(params['missingProperty'])];
  const properties = parentSchema?.['properties'] as Record<string, unknown> | undefined;
  const because = typeof params['property'] === 'string' ? `, since it has "${params['property']}"` : '';
  const description = names.length === 1 ? sentence(properties?.[names[0] ?? '']) : undefined;
  return {
    code: 'schema/missing-property',
    message: `${subject} needs the property ${alternatives(names.map((name) => `"${name}"`))}${because}.`,
    help: description === undefined ? undefined : `Add "${names[0] ?? ''}": ${description}`,
    path,
    part: 'key',
  };
}

function wrongValue(
  error: SchemaError,
  path: Path,
  subject: string,
  allowed: readonly unknown[],
): Description {
  const names = allowed.map((option) => (typeof option === 'string' ? option : quoted(option)));
  const list = allowed.length > LISTED ? '' : ` ${alternatives(allowed.map(quoted))},`;
  const expected = allowed.length > LISTED ? ' one of the values that its schema lists,' : list;
  const message = `${subject} must be${expected} found ${found(error.data)}.`;
  const help = typeof error.data === 'string' ? meant(error.data, names) : undefined;
  return { code: 'schema/value', message, help, path, part: 'value' };
}

/** With the schema's own words and examples as help. */
function value(path: Path, code: string, message: string, error: SchemaError): Description {
  const description = sentence(error.parentSchema);
  const examples = error.parentSchema?.['examples'];
  const example =
    Array.isArray(examples) && examples.length > 0 ? `Write it like ${quoted(examples[0])}.` : undefined;
  const help = [description, example].filter((part) => part !== undefined).join(' ');
  return { code, message, help: help === '' ? undefined : help, path, part: 'value' };
}

function meant(word: string, options: readonly string[]): string | undefined {
  const match = closest(word, options);
  return match === undefined ? undefined : `Did you mean "${match}"?`;
}

function listed(label: string, names: readonly string[]): string | undefined {
  return names.length === 0 || names.length > LISTED ? undefined : `${label}: ${names.join(', ')}.`;
}

function sentence(schema: unknown): string | undefined {
  const description = (schema as { description?: unknown } | undefined)?.description;
  if (typeof description !== 'string') return undefined;
  return /[.!?]$/.test(description) ? description : `${description}.`;
}

const listOf = (item: unknown): readonly unknown[] => (Array.isArray(item) ? item : [item]);

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date such as 2026-03-31',
  'date-time': 'a date and time such as 2026-03-31T18:00:00Z',
  duration: 'a duration such as PT4H or P30D (ISO 8601)',
  uri: 'an address with its scheme, such as https://example.com',
  email: 'an email address',
};

const formatName = (format: unknown): string => FORMATS[String(format)] ?? `a ${String(format)}`;
