import type { SchemaError } from '../validator.ts';
import type { JsonSchema } from './schema.ts';

/** Where in the value: a chain, since a pointer is needed for what is wrong only. */
export interface Place {
  readonly up: Place | undefined;
  readonly step: string | number;
}

export type Keywords = Exclude<JsonSchema, boolean>;

/** One check of one value. */
export interface Check {
  readonly root: JsonSchema;
  readonly isOpen: (value: unknown) => boolean;
  /** Parts of the schema that were referred to, by their references. */
  readonly parts: Map<string, unknown>;
  /** Holds a value against a part of the schema. */
  readonly visit: (schema: unknown, value: unknown, at: Place | undefined) => void;
  errors: SchemaError[];
  /** It only matters whether anything is wrong: the first error ends the check. */
  hasty: boolean;
  steps: number;
}

/** Is all known that is to be known? */
export const isOver = (check: Check): boolean => check.hasty && check.errors.length > 0;

export function add(
  check: Check,
  keyword: string,
  params: SchemaError['params'],
  keywords: Keywords,
  value: unknown,
  at: Place | undefined,
): void {
  check.errors.push(errorAt(keyword, params, keywords, value, check.hasty ? undefined : at));
}

export function errorAt(
  keyword: string,
  params: SchemaError['params'],
  parentSchema: Keywords,
  data: unknown,
  at: Place | undefined,
): SchemaError {
  return { keyword, instancePath: pointer(at), schemaPath: '', params, parentSchema, data };
}

function pointer(at: Place | undefined): string {
  let text = '';
  for (let place = at; place !== undefined; place = place.up)
    text = `/${String(place.step).replaceAll('~', '~0').replaceAll('/', '~1')}${text}`;
  return text;
}
